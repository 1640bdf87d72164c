import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { Collection } from '../../model/collection.ts';
import { Feed } from '../../model/feed.ts';
import { Id } from '../../model/id.ts';
import { Tag } from '../../model/tag.ts';
import { Place } from './group.ts';

/** One file of records: its name in the folder, its sum (hex SHA-256), how many records, the first one's id. */
export const FileEntry = z.object({ name: z.string().regex(/^(trash\/)?[a-z]+-\d{4,}\.json$/), sha256: z.string(), records: z.number().int(), first: z.union([Id, z.literal('')]) });
export type FileEntry = z.infer<typeof FileEntry>;

/** library.json: what the folder is, the small tables, which files follow, and the place in each journal that they cover. */
export const LibraryFile = z.object({
  format: z.literal('sheaf-library'),
  version: z.literal(1),
  id: Id,
  name: z.string(),
  tags: z.array(Tag),
  collections: z.array(Collection),
  feeds: z.array(Feed),
  files: z.array(FileEntry),
  covers: z.record(z.string(), Place),
  /** The newest clock time that the files hold: the next one is later, whatever the computer's clock says. */
  clock: z.string(),
});
export type LibraryFile = z.infer<typeof LibraryFile>;

/** The newest format this program writes. A library of a later one is opened by no older program. */
export const VERSION = 1;

/** Steps from each old version to the next, by the version they start from. There is none before 1. */
export const MIGRATIONS: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

const LISTS = ['tags', 'collections', 'feeds', 'files'] as const;

/** The text of library.json: one record a line, so that a diff speaks of records. */
export function encodeLibraryFile(file: LibraryFile): string {
  const members = Object.entries(file).map(([key, value]) => {
    const list = LISTS.some((name) => name === key) && Array.isArray(value) && value.length > 0;
    return `${JSON.stringify(key)}: ${list ? `[\n${value.map((one) => JSON.stringify(one)).join(',\n')}\n]` : JSON.stringify(value)}`;
  });
  const body = `{\n${members.join(',\n')},\n`;
  return `${body}"sum": "${sumOfBody(body)}"\n}\n`;
}

/** The last member is the CRC-32 (hex) of all the text before it: a flipped bit in a name would be valid JSON. */
const SUM = /"sum": "([0-9a-f]{8})"\n\}\n$/;
const sumOfBody = (body: string): string => crc32(body).toString(16).padStart(8, '0');

/** What the text of a library.json says, or why it cannot be used. Older versions are brought up to date on the way. */
export function decodeLibraryFile(text: string): { file: LibraryFile } | { problem: string; newer?: true } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `library.json is damaged and cannot be read: ${error instanceof Error ? error.message : String(error)}.` };
  }
  const marked = z.looseObject({ format: z.literal('sheaf-library'), version: z.number().int() }).safeParse(value);
  if (!marked.success) return { problem: 'library.json does not say that it is a Sheaf library.' };
  if (marked.data.version > VERSION) return { problem: `This library was written by a later Sheaf (format ${marked.data.version}); please update.`, newer: true };
  const sum = SUM.exec(text);
  if (sum?.[1] !== sumOfBody(text.slice(0, sum?.index))) return { problem: 'library.json is not what was written.' };
  const parsed = LibraryFile.safeParse(migrate(marked.data, marked.data.version));
  return parsed.success ? { file: parsed.data } : { problem: `library.json has a wrong part: ${z.prettifyError(parsed.error)}` };
}

function migrate(value: Record<string, unknown>, version: number): Record<string, unknown> {
  const step = MIGRATIONS[version];
  return step ? migrate(step(value), version + 1) : value;
}
