/** Emphasis and the like, by their tags in HTML. */
const MARKS: Readonly<Record<string, string>> = { em: '*', i: '*', strong: '**', b: '**', code: '`' };
const ENTITIES: readonly (readonly [RegExp, string])[] = [[/&lt;/g, '<'], [/&gt;/g, '>'], [/&quot;/g, '"'], [/&#39;|&apos;/g, '\''], [/&nbsp;/g, ' '], [/&amp;/g, '&']];
const unescaped = (text: string): string => (text.includes('&') ? ENTITIES.reduce((out, [sign, letter]) => out.replace(sign, letter), text) : text);

interface Open { name: string; start: number; href?: string | undefined }

/** A note's HTML as Markdown: paragraphs apart, headings, emphasis, links, lists and quotations as Markdown has them; the rest of the markup goes. */
export function plainNote(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const out: string[] = [];
  const open: Open[] = [];
  for (const piece of html.split(/(<[^<>]*>)/)) {
    const [, slash, tag] = /^<(\/?)([a-z]\w*)/i.exec(piece) ?? [];
    if (tag === undefined) { if (!piece.startsWith('<')) out.push(unescaped(piece)); continue; }
    const name = tag.toLowerCase();
    if (slash === '/') ended(name, out, open);
    else begun(name, piece, out, open);
  }
  return out.join('').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

const HOLDING = new Set(['em', 'i', 'strong', 'b', 'code', 'a', 'blockquote', 'ul', 'ol']);

function begun(name: string, tag: string, out: string[], open: Open[]): void {
  if (name === 'br') out.push('\n');
  else if (name === 'li') out.push(open.findLast((one) => one.name === 'ul' || one.name === 'ol')?.name === 'ol' ? '1. ' : '- ');
  else if (/^h[1-6]$/.test(name)) out.push(`\n\n${'#'.repeat(Number(name.slice(1)))} `);
  else if (HOLDING.has(name)) {
    if (/^(?:ul|ol|blockquote)$/.test(name)) out.push('\n\n');
    open.push({ name, start: out.length, ...(name === 'a' ? { href: /\shref\s*=\s*["']([^"']*)["']/i.exec(tag)?.[1] } : {}) });
  }
}

function ended(name: string, out: string[], open: Open[]): void {
  if (name === 'li') out.push('\n');
  else if (/^(?:p|h[1-6]|div|tr)$/.test(name)) out.push('\n\n');
  const at = HOLDING.has(name) ? open.findLastIndex((one) => one.name === name) : -1;
  const [last] = at < 0 ? [] : open.splice(at);
  if (last) out.push(held(last, out.splice(last.start).join('')));
}

/** What stood in a tag, with its marks; spaces go before and behind them, as Markdown wants it. */
function held({ name, href }: Open, inner: string): string {
  if (name === 'blockquote') return `${inner.trim().split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
  if (name === 'ul' || name === 'ol') return `${inner.replace(/\n{2,}/g, '\n')}\n`;
  const text = inner.trim();
  if (text === '' || text.includes('\n\n')) return inner;
  const [before, after] = [/^\s*/.exec(inner)?.[0] ?? '', /(?<!\s)\s*$/.exec(inner)?.[0] ?? ''];
  const address = unescaped(href ?? '');
  if (name === 'a') return /^https?:\/\/[^\s()]+$/.test(address) && address !== text ? `${before}[${text}](${address})${after}` : inner;
  const mark = MARKS[name] ?? '';
  return `${before}${mark}${text}${mark}${after}`;
}

/** A note as Zotero keeps it, in HTML. */
export const htmlNote = (text: string): string => text.split(/\n{2,}/).map(htmlBlock).join('');

function htmlBlock(part: string): string {
  const lines = part.split('\n');
  const [, signs = '', title] = /^(#{1,6}) (.*)$/.exec(lines[0] ?? '') ?? [];
  if (title !== undefined) return `<h${signs.length}>${inline(title)}</h${signs.length}>${lines.length > 1 ? `\n${lines.slice(1).map(inline).join('<br/>')}` : ''}`;
  // A text that counts by itself is no list: its numbers would be lost.
  for (const [sign, tag] of [[/^- /, 'ul'], [/^1\. /, 'ol']] as const) if (lines.every((line) => sign.test(line)) && (tag === 'ul' || lines.length > 1)) return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(sign, ''))}</li>`).join('\n')}</${tag}>`;
  if (lines.every((line) => line.startsWith('>'))) return `<blockquote>${htmlNote(lines.map((line) => line.replace(/^> ?/, '')).join('\n'))}</blockquote>`;
  return `<p>${lines.map(inline).join('<br/>')}</p>`;
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const inline = (line: string): string => withMarks(escaped(line), { strong: ['<strong>', '</strong>'], emphasis: ['<em>', '</em>'], link: (words, address) => `<a href="${address}">${words}</a>` });

/** A line of Markdown with its emphasis and links as something else has them. */
export const withMarks = (line: string, { strong, emphasis, link }: { strong: readonly [string, string]; emphasis: readonly [string, string]; link(words: string, address: string): string }): string => (/[*[]/.test(line) ? line
  .replace(/(?<!!)\[([^[\]]+)\]\((https?:\/\/[^\s()]+)\)/g, (_all, words: string, address: string) => link(words, address))
  .replace(/\*\*(?=\S)([^\n]+?)(?<=\S)\*\*(?!\*)/g, (_all, words: string) => strong[0] + words + strong[1])
  .replace(/(?<![*\w])\*(?=[^\s*])([^*\n]+?)(?<=\S)\*(?![*\w])/g, (_all, words: string) => emphasis[0] + words + emphasis[1]) : line);
