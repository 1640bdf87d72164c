import type { Input, OperationName, Output } from '../../contract/contract.ts';
import type { Result } from '../../contract/errors.ts';
import type { Cite } from '../../citation/cite.ts';

/** What the server needs of the app around it. */
export interface CiteHost {
  /** Asks the engine of the open library. */
  call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** Lets the person pick works; null when they would rather not, or when `given up` is said. */
  pick(givenUp: AbortSignal): Promise<Cite[] | null>;
  copy(text: string, html?: string): void;
  style(): { style: string; locale: string };
  version: string;
  /** Hears of exceptions nobody expected. */
  unexpected(error: unknown): void;
}

/** An expected failure: what to answer with. */
export class Refused extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** The answer of the engine, or the refusal it means. */
export async function asked<N extends OperationName>(host: CiteHost, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await host.call(name, input);
  if (!answer.ok) throw new Refused(answer.error.code === 'not-found' ? 404 : answer.error.code === 'invalid-input' ? 400 : 503, answer.error.message);
  return answer.value;
}

/** The papers that have these citation keys, in their order; a key that nobody has is refused by name. */
export async function papersOf(host: CiteHost, keys: readonly string[]): Promise<Output<'papers.list'>['papers']> {
  if (keys.length === 0) return [];
  const found = await asked(host, 'papers.find', { names: [...keys] });
  const ids = found.map(({ name, ids: [id] }) => {
    if (id === undefined) throw new Refused(404, `No paper has the citation key "${name}".`);
    return id;
  });
  return (await asked(host, 'papers.list', { selection: { ids }, from: 0, count: ids.length })).papers;
}
