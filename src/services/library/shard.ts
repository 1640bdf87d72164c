import { CslItem } from '../../model/csl.ts';
import type { RecordOf, TableName } from '../../model/tables.ts';
import { TABLES } from '../../model/tables.ts';

/** Records are split over files at about this many bytes. */
export const SHARD_BYTES = 4_000_000;

export interface Piece { first: string; records: number; bytes: Buffer }

/** Lines of records that went to the journal, for the fold that comes next: what a great import brings is put into words once. */
export type Encoded = Map<object, Buffer>;

/** The keys of a record in the order they are written: the schema's own. CSL variables likewise, unknown ones after them by name. */
const ORDER = Object.fromEntries(Object.entries(TABLES).map(([table, schema]) => [table, Object.keys(schema.shape)])) as Record<TableName, string[]>;
const ITEM_ORDER = new Map(Object.keys(CslItem.shape).map((key, index) => [key, index]));

/** Whether a record has no keys but those of its table, so that its line is the whole of it. */
export const isPlain = (table: TableName, record: object): boolean => Object.keys(record).every((key) => key in TABLES[table].shape);

/** Most texts hold nothing to escape, and stand between quotes several times faster than JSON.stringify puts them there. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const json = (value: unknown): string => (typeof value === 'string' && !ESCAPED.test(value) ? `"${value}"` : JSON.stringify(value));

/** A record as its line of text, without comma and line feed. */
export function encodeRecord(table: TableName, record: object): string {
  const source = record as Record<string, unknown>;
  let text = '{';
  for (const key of ORDER[table]) if (source[key] !== undefined) text += `${text === '{' ? '' : ','}"${key}":${key === 'item' ? encodeItem(source[key]) : json(source[key])}`;
  return `${text}}`;
}

function encodeItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item);
  const variables = item as Record<string, unknown>;
  const rank = (key: string): number => ITEM_ORDER.get(key) ?? ITEM_ORDER.size;
  let text = '{';
  for (const key of Object.keys(item).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    if (variables[key] !== undefined) text += `${text === '{' ? '' : ','}${ITEM_ORDER.has(key) ? `"${key}"` : JSON.stringify(key)}:${json(variables[key])}`;
  }
  return `${text}}`;
}

const [OPEN, BETWEEN, CLOSE] = ['[\n', ',\n', '\n]\n'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

/** Records, sorted by id, as the bytes of one file or more, none (but of a single huge record) over `limit` bytes by much; one file at a time. */
export function* encodePieces(table: TableName, records: Iterable<{ id: string }>, limit = SHARD_BYTES, encoded?: Encoded): Generator<Piece> {
  let lines: Buffer[] = [];
  let first = '';
  let size = 0;
  const piece = (): Piece => ({ first, records: lines.length, bytes: Buffer.concat([OPEN, ...lines.flatMap((line, index) => (index === 0 ? [line] : [BETWEEN, line])), CLOSE]) });
  for (const record of records) {
    const line = encoded?.get(record) ?? Buffer.from(encodeRecord(table, record));
    if (size + line.length > limit && lines.length > 0) {
      yield piece();
      [lines, size] = [[], 0];
    }
    if (lines.length === 0) first = record.id;
    lines.push(line);
    size += line.length + 2;
  }
  if (lines.length > 0) yield piece();
}

/** Checks one value against its table. Sound files skip this: they were checked when they were written. */
export function checkRecord<T extends TableName>(table: T, value: unknown): { record: RecordOf<T> } | { problem: string } {
  const parsed = TABLES[table].safeParse(value);
  if (parsed.success) return { record: parsed.data as RecordOf<T> };
  const issue = parsed.error.issues[0];
  return { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}` };
}

/** Every record that can still be read in a damaged file, line by line, and how many lines could not. */
export function rescueRecords(table: TableName, text: string): { records: RecordOf<TableName>[]; lost: number } {
  const records: RecordOf<TableName>[] = [];
  let lost = 0;
  for (const line of text.split('\n')) {
    const body = line.trim().replace(/,$/, '');
    if (body === '' || body === '[' || body === ']') continue;
    const found = checkRecord(table, parse(body));
    if ('record' in found) records.push(found.record);
    else lost++;
  }
  return { records, lost };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
