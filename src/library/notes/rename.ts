import type { Mention } from './mentions.ts';
import { mentionsIn } from './mentions.ts';
import { inAddress } from './quotes.ts';

/** A key that may follow an `@` as it is; others need braces. */
const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199}$/u;

/** A note after a paper's citation key was changed: every `[[key]]`, `@key` and `sheaf://` link follows; code and all other words stay. */
export function renameInNote(markdown: string, from: string, to: string): string {
  return from === to || from === '' ? markdown : renameAllInNote(markdown, new Map([[from, to]]));
}

/** The same for many keys at once, old to new: keys may change places. */
export function renameAllInNote(markdown: string, renamed: ReadonlyMap<string, string>): string {
  let made = '';
  let at = 0;
  for (const mention of mentionsIn(markdown)) {
    const to = renamed.get(mention.key);
    if (to === undefined || mention.key === '') continue;
    const braced = hadToBeBraced(markdown, mention, to) ? 1 : 0;
    made += markdown.slice(at, mention.from - braced) + written(markdown, mention, to);
    at = mention.to + braced;
  }
  return made + markdown.slice(at);
}

/** Whether the braces around a key were there for the old one alone: the new one goes without, unless a letter follows. */
const hadToBeBraced = (markdown: string, { key, from, to, as }: Mention, next: string): boolean => as === 'cite' && markdown[from - 1] === '{' && !PLAIN.test(key) && PLAIN.test(next) && !/[\p{L}\p{N}_:.#$%&+?<>~/-]/u.test(markdown[to + 1] ?? '');

function written(markdown: string, { from, as }: Mention, key: string): string {
  if (as === 'link') return inAddress(key);
  return as === 'cite' && markdown[from - 1] !== '{' && !PLAIN.test(key) ? `{${key}}` : key;
}
