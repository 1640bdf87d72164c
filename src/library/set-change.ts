import type { Change } from '../model/change.ts';
import type { TableName } from '../model/tables.ts';
import { equal } from './equal.ts';

/** What differs of the fields that are named, as one change; none where nothing does. Null takes a field away, undefined leaves it as it is. */
export function setChange(table: TableName, record: Record<string, unknown> & { id: string }, wanted: Record<string, unknown>): Change[] {
  const differing = Object.entries(wanted).filter(([field, value]) => value !== undefined && !equal(record[field] ?? null, value));
  if (differing.length === 0) return [];
  const before = Object.fromEntries(differing.map(([field]) => [field, record[field] ?? null]));
  return [{ op: 'set', table, id: record.id, before, after: Object.fromEntries(differing) }];
}
