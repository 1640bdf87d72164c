/** How much of a note a line of a list shows, and how much of it goes before the words that are meant. */
const SHOWN = 180;
const BEFORE = 50;

/** What a note is called: its own title, else its first heading or line, without marks; empty for an empty note. */
export function noteTitle({ title, markdown }: { title?: string | undefined; markdown: string }): string {
  if (title !== undefined && title !== '') return title;
  for (const line of markdown.slice(0, 4000).split('\n')) {
    const plain = plainLine(line);
    if (plain !== '') return plain.slice(0, 120);
  }
  return '';
}

/** Words of a note as one line, from a little before `at`; its title is left out where it comes first. */
export function excerptOf({ title, markdown }: { title?: string | undefined; markdown: string }, at = 0): string {
  const from = Math.max(0, at - BEFORE);
  const lines = markdown.slice(from, from + SHOWN * 4).split('\n').map(plainLine).filter((line) => line !== '');
  if (from === 0 && title === undefined) lines.shift();
  return (from > 0 ? '… ' : '') + lines.join(' ').slice(0, SHOWN);
}

/** A line of Markdown as it reads, near enough for a list. */
function plainLine(line: string): string {
  return line
    .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+)+/, '').replace(/^\s*(?:[-*_]\s*){3,}$|^\s*(?:```|~~~|\$\$).*$|^\s*\|?[\s:|-]+\|[\s:|-]*$/, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\[([^\][]*)\]\([^)]*\)/g, '$1').replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1').replace(/(\*\*|__|~~|`)/g, '').replace(/(\$[^$]+\$)|(?<!\\)\*|(?<![\p{L}\p{N}\\])_|_(?![\p{L}\p{N}])/gu, '$1').replace(/\\([\\`*_[\]<>~|$#@])/g, '$1').trim();
}
