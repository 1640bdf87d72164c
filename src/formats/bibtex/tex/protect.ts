/** Signs that mark, while a title is read, where braces guarded its case. */
export const [GUARD, END] = ['\ue000', '\ue001'];
const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * A title with its guarded runs as CSL writes them, where a style would otherwise change their case: a name in a title
 * set in small letters, a small letter in one set in capitals. A whole title in braces is a habit and guards nothing.
 */
export function guardedTitle(marked: string): string {
  if (!marked.includes(GUARD)) return marked;
  const { text, ranges } = rangesOf(marked);
  const [only] = ranges;
  if (ranges.length === 1 && only && only[0] === 0 && only[1] >= text.trimEnd().length) return text;
  let out = '';
  let at = 0;
  for (const [start, end] of widened(text, ranges)) {
    const inner = text.slice(start, end);
    if (!needsGuard(inner, text.slice(0, start))) continue;
    out += `${text.slice(at, start)}<span class="nocase">${inner}</span>`;
    at = end;
  }
  return out + text.slice(at);
}

function rangesOf(marked: string): { text: string; ranges: [number, number][] } {
  const ranges: [number, number][] = [];
  const parts: string[] = [];
  let [length, depth, start] = [0, 0, 0];
  for (const piece of marked.split(/([\ue000\ue001])/)) {
    if (piece === GUARD) { if (depth++ === 0) start = length; }
    else if (piece === END) { if (--depth === 0 && length > start) ranges.push([start, length]); }
    else { parts.push(piece); length += piece.length; }
  }
  return { text: parts.join(''), ranges };
}

/** Ranges to the ends of their words (`{E}rdős`), those that meet as one. */
function widened(text: string, ranges: [number, number][]): [number, number][] {
  const wide: [number, number][] = [];
  for (let [start, end] of ranges) {
    while (start > 0 && WORD.test(text.charAt(start)) && WORD.test(text.charAt(start - 1))) start--;
    while (end < text.length && WORD.test(text.charAt(end - 1)) && WORD.test(text.charAt(end))) end++;
    const last = wide.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
    else wide.push([start, end]);
  }
  return wide;
}

function needsGuard(inner: string, before: string): boolean {
  const words = inner.replace(/<[^>]*>|\$[^$]*\$/g, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const opens = before.trim() === '';
  if (words.length > 0 && words.every((word) => /^\P{Lu}+$/u.test(word))) return true;
  return words.some((word, index) => /^\p{Lu}\P{Lu}*$/u.test(word) && !(opens && index === 0));
}
