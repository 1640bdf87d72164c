import { z } from 'zod';
import type { Result } from '../../contract/errors.ts';
import { ok } from '../../contract/errors.ts';
import type { CslDate, CslName } from '../../model/csl.ts';
import type { Paper } from '../../model/paper.ts';
import { kindOf } from '../../model/variables.ts';
import { equal } from '../equal.ts';
import { sentenceCase, titleCase } from './case.ts';
import { creatorText, readCreators, swapped } from './creators.ts';
import { dateText, readDate } from './dates.ts';
import { patternOf } from './pattern.ts';

const field = z.string().regex(/^[\w-]+$/).max(100);
const text = z.string().max(100_000);

/** One thing done to each of several papers; fields are CSL variables, values as people type them. An empty value takes a field off. */
export const ManyEdit = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), field, value: text }),
  z.object({ do: z.literal('add'), field, value: text }),
  z.object({ do: z.literal('remove'), field, value: text }),
  z.object({ do: z.literal('replace'), field, find: z.string().max(1000), by: z.string().max(10_000), regex: z.boolean(), matchCase: z.boolean() }),
  z.object({ do: z.literal('case'), field, to: z.enum(['sentence', 'title']) }),
  z.object({ do: z.literal('swap'), field }),
]);
export type ManyEdit = z.infer<typeof ManyEdit>;

type Item = Readonly<Record<string, unknown>>;
type Step = (item: Item) => unknown;

/** What the edits, one after the other, would set in a paper: nothing where nothing differs. Refuses a pattern that could run too long. */
export function manyEdits(edits: readonly ManyEdit[]): Result<(paper: Paper) => Record<string, unknown>> {
  const steps: { field: string; step: Step }[] = [];
  for (const edit of edits) {
    const step = stepOf(edit);
    if (!step.ok) return step;
    steps.push({ field: edit.field, step: step.value });
  }
  return ok((paper) => {
    const item: Record<string, unknown> = { ...paper.item };
    for (const { field: name, step } of steps) item[name] = step(item);
    return Object.fromEntries([...new Set(steps.map(({ field: name }) => name))].filter((name) => !equal(paper.item[name] ?? null, item[name] ?? null)).map((name) => [`item.${name}`, item[name] ?? null]));
  });
}

/** A typed value as the variable holds it; null for none. */
export function valueOf(variable: string, typed: string): unknown {
  if (typed.trim() === '') return null;
  const kind = kindOf(variable);
  return kind === 'names' ? readCreators(typed) : kind === 'date' ? readDate(typed) : typed.trim();
}

/** A variable's value on one line, as it is typed. */
export function valueText(variable: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const kind = kindOf(variable);
  if (kind === 'names' && Array.isArray(value)) return (value as CslName[]).map(creatorText).join('; ');
  if (kind === 'date') return dateText(value as CslDate);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const namesOf = (value: unknown): CslName[] => (Array.isArray(value) ? (value as CslName[]) : []);
const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

function stepOf(edit: ManyEdit): Result<Step> {
  const name = edit.field;
  const people = kindOf(name) === 'names';
  switch (edit.do) {
    case 'set': return ok(() => valueOf(name, edit.value));
    case 'add': return ok(({ [name]: held }) => (people ? [...namesOf(held), ...readCreators(edit.value).filter((one) => !namesOf(held).some((other) => equal(one, other)))] : held ?? valueOf(name, edit.value)));
    case 'remove': return ok(({ [name]: held }) => (edit.value.trim() === '' ? null : people ? orNull(namesOf(held).filter((one) => !readCreators(edit.value).some((other) => equal(one, other)))) : held === valueOf(name, edit.value) ? null : held));
    case 'case': return ok(({ [name]: held }) => (typeof held === 'string' ? (edit.to === 'sentence' ? sentenceCase(held) : titleCase(held)) : held));
    case 'swap': return ok(({ [name]: held }) => (people && Array.isArray(held) ? namesOf(held).map(swapped) : held));
    case 'replace': return replacing(edit, name);
  }
}

function replacing({ find, by, regex, matchCase }: Extract<ManyEdit, { do: 'replace' }>, name: string): Result<Step> {
  const pattern = patternOf(find, regex, matchCase);
  if (!pattern.ok) return pattern;
  const { of, longest } = pattern.value;
  const put = regex ? by : by.replaceAll('$', '$$$$');
  const within = (value: string): string => (value.length > longest ? value : value.replace(of, put));
  const inName = (one: CslName): CslName => Object.fromEntries(Object.entries(one).map(([part, value]) => [part, typeof value === 'string' ? within(value) : value]));
  return ok(({ [name]: held }) => {
    if (Array.isArray(held)) return kindOf(name) === 'names' ? namesOf(held).map(inName) : held;
    if (typeof held !== 'string' && typeof held !== 'number') return held;
    const made = within(String(held));
    return made === String(held) ? held : made.trim() === '' ? null : made;
  });
}
