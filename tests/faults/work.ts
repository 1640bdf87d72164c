import type { Attachment } from '../../src/model/attachment.ts';
import type { Change } from '../../src/model/change.ts';
import { makeId } from '../../src/model/id.ts';
import type { Command } from '../../src/services/library/store.ts';

const AT = '2026-01-01T00:00:00.000Z';
export const idOf = (kind: number, n: number): string => makeId(Date.UTC(2026, 0, 1) + n, new Uint8Array(16).fill(kind));
export const titleOf = (n: number): string => `The title that command ${n} gave to the paper before`;
/** Every tenth command keeps a file. */
export const keepsFile = (n: number): boolean => n % 10 === 0;
export const contentOf = (n: number): string => `%PDF the file of command ${n} `.repeat(500);
export const pathOf = (n: number): string => `files/paper-${n}.pdf`;

/** The nth command: a new paper and its note, another title for the paper before, sometimes a file. All or nothing of it may be found. */
export function commandOf(n: number): Command {
  const file: Attachment = { id: idOf(3, n), paper: idOf(1, n), kind: 'kept', path: pathOf(n), mediaType: 'application/pdf', added: AT };
  const changes: Change[] = [
    { op: 'put', table: 'paper', id: idOf(1, n), record: { id: idOf(1, n), item: { type: 'article', title: `Paper ${n}` }, citationKey: `key${n}`, tags: [], collections: [], status: 'inbox', links: [], added: AT, changed: AT } },
    { op: 'put', table: 'note', id: idOf(2, n), record: { id: idOf(2, n), paper: idOf(1, n), markdown: `About ${n}`, added: AT, changed: AT } },
    { op: 'set', table: 'paper', id: idOf(1, n - 1), before: { 'item.title': `Paper ${n - 1}` }, after: { 'item.title': titleOf(n) } },
    ...(keepsFile(n) ? [{ op: 'put' as const, table: 'attachment' as const, id: file.id, record: file }] : []),
  ];
  return { id: `command-${n}`, name: 'test', label: 'test', at: AT, changes, ...(keepsFile(n) ? { moves: [{ from: `cache/download-${n}`, to: pathOf(n) }] } : {}) };
}
