/** What was measured, and what it is held against. `value` null: it could not be measured, `note` says why. */
export interface Figure { name: string; value: number | null; unit: string; target: number; note?: string }

/** The figures as a table; the last column is what was seen, as a part of its target. */
export function tableOf(papers: number, figures: readonly Figure[]): string {
  const number = (value: number): string => value.toFixed(value < 100 && !Number.isInteger(value) ? (value < 10 ? 2 : 1) : 0);
  const lines = figures.map(({ name, value, unit, target, note }) => (value === null
    ? `| ${name} | ${note ?? 'not measured'} | ${number(target)} ${unit} | |`
    : `| ${name} | ${number(value)} ${unit} | ${number(target)} ${unit} | ${(value / target).toFixed(2)} |`));
  return [`At ${papers.toLocaleString('en')} papers:`, '', '| | seen | target | of it |', '|---|---:|---:|---:|', ...lines].join('\n');
}
