import type { Change } from '../model/change.ts';

export type Edit = Extract<Change, { op: 'set' | 'add' | 'drop' | 'patch' }>;
type Fields = Record<string, unknown>;
export type Splice = Extract<Change, { op: 'patch' }>['splices'][number];

const ITEM = 'item.';

/** A field by its name, a CSL variable as `item.title`; null where there is none. */
export function fieldOf(record: Fields, name: string): unknown {
  return (name.startsWith(ITEM) ? (record['item'] as Fields | undefined)?.[name.slice(ITEM.length)] : record[name]) ?? null;
}

/** The record with an edit made. The record given stays as it is. */
export function edited(record: Fields, edit: Edit): Fields {
  switch (edit.op) {
    case 'set':
      return Object.entries(edit.after).reduce((made, [name, value]) => withField(made, name, value), record);
    case 'add':
      return withField(record, edit.field, [...new Set([...elements(record, edit.field), edit.element])].sort());
    case 'drop':
      return withField(record, edit.field, elements(record, edit.field).filter((element) => element !== edit.element));
    case 'patch':
      return withField(record, edit.field, spliced(textOf(record, edit.field), edit.splices));
  }
}

/** A field that holds a set: its elements are kept sorted, so that the order of adding leaves no trace. */
export const elements = (record: Fields, field: string): string[] => (Array.isArray(record[field]) ? (record[field] as string[]) : []);

export function textOf(record: Fields, field: string): string {
  const value = fieldOf(record, field);
  return typeof value === 'string' ? value : '';
}

export const spliced = (text: string, splices: readonly Splice[]): string => splices.reduce((made, { at, cut, put }) => made.slice(0, at) + put + made.slice(at + cut.length), text);

function withField(record: Fields, name: string, value: unknown): Fields {
  if (!name.startsWith(ITEM)) return assigned(record, name, value);
  return { ...record, item: assigned((record['item'] ?? {}) as Fields, name.slice(ITEM.length), value) };
}

function assigned(record: Fields, name: string, value: unknown): Fields {
  const made = { ...record };
  if (value === null || value === undefined) Reflect.deleteProperty(made, name);
  else made[name] = value;
  return made;
}
