import type { Tag } from '../../../../src/model/tag.ts';

const MOST = 8;
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Names to offer for what was typed: those that begin with it first, then those that hold it, the much used first; then the new name itself. */
export function completions(text: string, known: readonly (Tag & { count: number })[], taken: readonly string[]): string[] {
  const typed = folded(text.trim());
  const open = known.filter((tag) => !taken.includes(tag.id) && folded(tag.name).includes(typed));
  const rank = (tag: Tag): number => (folded(tag.name).startsWith(typed) ? 0 : 1);
  const names = open.sort((a, b) => rank(a) - rank(b) || b.count - a.count).slice(0, MOST).map((tag) => tag.name);
  const isNew = typed !== '' && !known.some((tag) => folded(tag.name) === typed);
  return isNew ? [...names, text.trim()] : names;
}
