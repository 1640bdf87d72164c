import type { Mention } from './mentions.ts';
import { mentionsIn } from './mentions.ts';

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
    made += markdown.slice(at, mention.from) + written(markdown, mention, to);
    at = mention.to;
  }
  return made + markdown.slice(at);
}

function written(markdown: string, { from, as }: Mention, key: string): string {
  if (as === 'link') return encodeURIComponent(key);
  return as === 'cite' && markdown[from - 1] !== '{' && !PLAIN.test(key) ? `{${key}}` : key;
}
