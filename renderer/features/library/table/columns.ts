import type { Column, ColumnName } from '../../../../src/contract/list-form.ts';
import { COLUMNS, COLUMN_WIDTHS } from '../../../../src/contract/list-form.ts';
import type { PaperQuery } from '../../../../src/contract/views.ts';
import { useSettings } from '../../../stores/settings.ts';

/** Widths that a column may have, px. */
export const NARROWEST = 36;
export const WIDEST = 1200;

/** What a column sorts by; columns without an entry cannot be sorted by. */
export const SORT_OF: Partial<Record<ColumnName, PaperQuery['sort']>> = { title: 'title', authors: 'author', year: 'year', venue: 'venue', rating: 'rating', added: 'added', changed: 'changed' };

/** With the column shown or left out; the last one stays. A new one goes to the end. */
export function turned(columns: readonly Column[], id: ColumnName): Column[] {
  const without = columns.filter((one) => one.id !== id);
  if (without.length === columns.length) return [...columns, { id, width: COLUMN_WIDTHS[id] }];
  return without.length === 0 ? [...columns] : without;
}

/** With a column at another place, 0 being the first. */
export function moved(columns: readonly Column[], id: ColumnName, to: number): Column[] {
  const column = columns.find((one) => one.id === id);
  if (column === undefined) return [...columns];
  const others = columns.filter((one) => one.id !== id);
  const at = Math.min(Math.max(0, to), others.length);
  return [...others.slice(0, at), column, ...others.slice(at)];
}

/** With a column as wide as asked for, within what a column may be. */
export const sized = (columns: readonly Column[], id: ColumnName, width: number): Column[] => columns.map((one) => (one.id === id ? { id, width: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) } : one));

export const keepColumns = (columns: Column[]): void => void useSettings.getState().set({ columns });
export const isColumn = (name: string): name is ColumnName => COLUMNS.some((one) => one === name);
