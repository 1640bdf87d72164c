import type { HistoryEntry } from '../../../src/contract/views.ts';
import { isMessage, t } from '../../messages/messages.ts';
import { wordFor } from '../../stores/act.ts';

type Field = HistoryEntry['fields'][number];
/** What tags and collections are called now; one that is gone has no name any more. */
export type NameOf = (id: string) => string | undefined;

/** What a line of the history says: an undo names what it took back. */
export function wordsOf({ command, label }: Pick<HistoryEntry, 'command' | 'label'>): string {
  const what = wordFor(label);
  if (command === 'history.undo') return t('activity.undoOf', { what });
  return command === 'history.redo' ? t('activity.redoOf', { what }) : what;
}

/** What a field is called; CSL's variables come as `item.title`. */
export function fieldName(field: string): string {
  const name = field.replace(/^item\./, '');
  const keys = [`history.field.${name}`, `field.${name}`];
  const known = keys.find((key) => isMessage(key));
  return known !== undefined && isMessage(known) ? t(known) : name;
}

/** Names and dates are kept as JSON; people read them otherwise. */
function readable(value: string): string {
  if (!/^[[{]/.test(value)) return value;
  try {
    return flat(JSON.parse(value));
  } catch {
    return value;
  }
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return value.map(flat).join(value.every((one) => typeof one === 'object' && !Array.isArray(one)) ? '; ' : '-');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('date-parts' in value) return flat(value['date-parts']);
  return Object.values(value).map(flat).join(', ');
}

/** A value as it reads: the name of a tag, a status, stars. */
export function valueWords(field: string, value: string, nameOf: NameOf): string {
  if (value === '') return '';
  if (field === 'tags' || field === 'collections') return nameOf(value) ?? t('history.gone');
  if (field === 'rating') return value === '0' ? '' : '★'.repeat(Number(value));
  const key = `status.${value}`;
  return field === 'status' && isMessage(key) ? t(key) : readable(value);
}

/** A change of one field in a line. */
export function fieldWords({ field, before, after }: Field, nameOf: NameOf): { name: string; before: string; after: string } {
  return { name: fieldName(field), before: valueWords(field, before, nameOf), after: valueWords(field, after, nameOf) };
}

/** An undo, a redo and what stands undone have nothing to take back. */
export const canTakeBack = ({ command, undone }: HistoryEntry): boolean => !undone && command !== 'history.undo' && command !== 'history.redo';
