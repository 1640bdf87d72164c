import { Parser } from 'htmlparser2';

const BREAKS = new Set(['p', 'div', 'sec', 'section', 'abstract', 'blockquote', 'pre', 'disp-formula', 'disp-quote', 'ul', 'ol', 'list', 'table', 'tr', 'li', 'list-item', 'title', 'label', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const SPACES = new Set(['br', 'break']);
const DROPPED = new Set(['script', 'style', 'svg', 'iframe', 'object', 'embed', 'template', 'noscript', 'head', 'applet', 'audio', 'video', 'canvas', 'form', 'select', 'textarea']);
const PLAIN = new Set([
  'i', 'em', 'italic', 'cite', 'var', 'b', 'strong', 'bold', 'sup', 'sub', 'sc', 'code', 'tt', 'kbd', 'monospace', 'u', 'underline', 'a', 'ext-link', 'uri', 'alternatives',
  'span', 'font', 'small', 'big', 'html', 'body', 'article', 'center', 'strike', 's', 'del', 'ins', 'mark', 'q', 'abbr', 'styled-content', 'named-content', 'inline-formula', 'math',
  'tex-math', 'inline-graphic', 'graphic', 'img', 'xref', 'td', 'th', 'tbody', 'thead', 'input', 'button', 'link', 'meta', 'base', 'hr', 'def', 'def-list', 'email', 'roman', 'sans-serif',
]);
/** Some publishers put each formula in a TeX document of its own. */
const PREAMBLE = /\\documentclass[\s\S]*?\\begin\{document\}|\\end\{document\}/g;
const LONGEST = 100_000;

const localName = (name: string): string => name.toLowerCase().replace(/^[\w-]+:/, '');
const isElement = (name: string): boolean => /^mml:/i.test(name) || [BREAKS, SPACES, DROPPED, PLAIN].some((names) => names.has(localName(name)));

/**
 * The plain text of an abstract as it came (plain text, TeX, HTML, JATS): what the reading view shows and what the offsets
 * of annotations count in, in UTF-16 units. Paragraphs are parted by an empty line; other white space is one space.
 */
export function plainAbstract(raw: string): string {
  if (!/[<&]/.test(raw) && !raw.includes('\\documentclass')) return joined(raw.slice(0, LONGEST).split(/\n[ \t\r]*\n\s*/));
  return joined(markupBlocks(raw.slice(0, LONGEST)));
}

const joined = (blocks: string[]): string => blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n\n');

function markupBlocks(raw: string): string[] {
  const blocks = [''];
  let dropped = 0;
  let alternatives = 0;
  const say = (text: string): void => { if (dropped === 0) blocks.push((blocks.pop() ?? '') + text); };
  // Of two forms of one formula the TeX is taken.
  const drops = (name: string): boolean => DROPPED.has(name) || (alternatives > 0 && name === 'math');
  const parser = new Parser({
    onopentag(tag) {
      const name = localName(tag);
      if (name === 'alternatives') alternatives++;
      else if (drops(name)) dropped++;
      else if (BREAKS.has(name)) blocks.push('');
      else if (SPACES.has(name)) say('\n');
    },
    onclosetag(tag) {
      const name = localName(tag);
      if (name === 'alternatives') alternatives--;
      else if (drops(name)) dropped = Math.max(0, dropped - 1);
      else if (BREAKS.has(name)) blocks.push('');
    },
    ontext(text) {
      text.split(/\n[ \t\r]*\n\s*/).forEach((part, at) => {
        if (at > 0 && dropped === 0) blocks.push('');
        say(part);
      });
    },
  }, { decodeEntities: true, recognizeSelfClosing: true });
  parser.write(literalAngles(raw));
  parser.end();
  return blocks;
}

/** A `<` that opens no known element ("p<0.05", "a<b") is text. */
const literalAngles = (raw: string): string => raw.replace(PREAMBLE, '').replace(/<(?!!--)(\/?([a-zA-Z][\w:-]*)(?=[\s/>])|)/g, (whole, _tag: string, name: string | undefined) => (name !== undefined && isElement(name) ? whole : `&lt;${whole.slice(1)}`));
