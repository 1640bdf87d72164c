/** A formula or a bare address found in running text; offsets are UTF-16 units into it. */
export type Found = { kind: 'math'; start: number; end: number; tex: string; display: boolean } | { kind: 'link'; start: number; end: number; href: string };

/** Longer formulas are shown as their source: setting them could hold up the window. */
const LONGEST_FORMULA = 2000;

// Pandoc's rule tells money from math: no space just inside the dollars, no digit just after them.
const MATH = /\\\$|\$\$([^$]+)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|\$(?![\s$])((?:\\.|[^$\\])*?(?:\\.|[^$\\\s]))\$(?!\d)/g;
const URL_TEXT = /\b(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^]+/gi;

function mathIn(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(MATH)) {
    const display = match[1] ?? match[2];
    const tex = display ?? match[3] ?? match[4];
    if (tex === undefined || tex.length > LONGEST_FORMULA) continue;
    found.push({ kind: 'math', start: match.index, end: match.index + match[0].length, tex, display: display !== undefined });
  }
  return found;
}

/** Cuts off what belongs to the sentence: closing punctuation, and a bracket that was not opened in the address. */
function withoutTail(url: string): string {
  const cut = url.replace(/[.,;:!?…»”’]+$/u, '');
  const unopened = /[)\]]$/.test(cut) && !(cut.endsWith(')') ? cut.includes('(') : cut.includes('['));
  if (unopened) return withoutTail(cut.slice(0, -1));
  return cut;
}

/** An address that may be opened: http or https, nothing else; null otherwise. */
export function safeUrl(address: string): string | null {
  try {
    const url = new URL(address.trim());
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= 4096 ? url.href : null;
  } catch {
    return null;
  }
}

function linksIn(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(URL_TEXT)) {
    const shown = withoutTail(match[0]);
    const href = safeUrl(/^www\./i.test(shown) ? `https://${shown}` : shown);
    if (href !== null) found.push({ kind: 'link', start: match.index, end: match.index + shown.length, href });
  }
  return found;
}

/** The formulas and addresses of a text, in order, none within another (a formula wins). */
export function findSpans(text: string): Found[] {
  const math = mathIn(text);
  const links = linksIn(text).filter((link) => !math.some((formula) => formula.start < link.end && link.start < formula.end));
  return [...math, ...links].sort((a, b) => a.start - b.start);
}
