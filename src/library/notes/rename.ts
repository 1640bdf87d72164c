import type { Mention } from './mentions.ts';
import { mentionsIn } from './mentions.ts';

/** A key that may follow an `@` as it is; others need braces. */
const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199}$/u;

/** A note after a paper's citation key was changed: every `[[key]]`, `@key` and `sheaf://` link follows; code and all other words stay. */
export function renameInNote(markdown: string, from: string, to: string): string {
  if (from === to || from === '') return markdown;
  let made = '';
  let at = 0;
  for (const mention of mentionsIn(markdown)) {
    if (mention.key !== from) continue;
    made += markdown.slice(at, mention.from) + written(markdown, mention, to);
    at = mention.to;
  }
  return made + markdown.slice(at);
}

function written(markdown: string, { from, as }: Mention, key: string): string {
  if (as === 'link') return encodeURIComponent(key);
  return as === 'cite' && markdown[from - 1] !== '{' && !PLAIN.test(key) ? `{${key}}` : key;
}
