/** Where what was found is not what the reference says. */
export interface Difference { case: string; field: string; expected: unknown; found: unknown }
export interface Case { name: string; run(): Omit<Difference, 'case'>[] | Promise<Omit<Difference, 'case'>[]> }
/** What was seen in a case, besides whether it passed: a row of a table. */
export type Facts = Readonly<Record<string, string | number>>;
export interface Suite { name: string; cases: Case[]; facts?: Facts[] }

/** The suites that a data folder has cases for. */
export type Suites = (data: string) => Suite[] | Promise<Suite[]>;
export interface Result { name: string; cases: number; passed: number; differences: Difference[]; facts?: Facts[] }

/** Runs every case; one that throws has failed. */
export async function runSuite({ name, cases, facts }: Suite): Promise<Result> {
  const differences: Difference[] = [];
  let passed = 0;
  for (const one of cases) {
    const found = await outcome(one);
    if (found.length === 0) passed++;
    differences.push(...found.map((difference) => ({ case: one.name, ...difference })));
  }
  return { name, cases: cases.length, passed, differences, ...(facts === undefined ? {} : { facts }) };
}

async function outcome(one: Case): Promise<Omit<Difference, 'case'>[]> {
  try {
    return await one.run();
  } catch (error) {
    return [{ field: '(thrown)', expected: undefined, found: error instanceof Error ? error.stack ?? error.message : String(error) }];
  }
}
