import { withMarks } from '../../zotero/note.ts';
import { textToTex } from '../tex/write-tex.ts';

const SECTIONS = ['section', 'subsection', 'subsubsection', 'subsubsubsection', 'paragraph', 'subparagraph'];

/** A note in Markdown as LaTeX: paragraphs, headings, lists, quotations, emphasis, links. */
export const noteTex = (note: string): string => note.trim().split(/\n{2,}/).map(block).join('\n\n\\par\n');

function block(part: string): string {
  const lines = part.split('\n');
  const [, signs = '', title] = /^(#{1,6}) (.*)$/.exec(lines[0] ?? '') ?? [];
  if (title !== undefined) return [`\\${SECTIONS[signs.length - 1] ?? 'section'}{${inline(title)}}`, ...lines.slice(1).map(inline)].join('\n');
  for (const [sign, list] of [[/^- /, 'itemize'], [/^\d+\. /, 'enumerate']] as const) if (lines.every((line) => sign.test(line))) return `\\begin{${list}}\n${lines.map((line) => `\\item ${inline(line.replace(sign, ''))}`).join('\n')}\n\\end{${list}}`;
  if (lines.every((line) => line.startsWith('>'))) return `\\begin{quotation}\n${noteTex(lines.map((line) => line.replace(/^> ?/, '')).join('\n'))}\n\\end{quotation}`;
  return lines.map(inline).join('\n');
}

/** Emphasis as the tags that the writer of texts knows; an address is none of its matter and goes in after. */
function inline(line: string): string {
  const addresses: string[] = [];
  const tagged = withMarks(line, { strong: ['<b>', '</b>'], emphasis: ['<i>', '</i>'], link: (words, address) => `\ue010${String.fromCharCode(0xe100 + (addresses.push(address) - 1))}${words}\ue011` });
  return textToTex(tagged).replace(/\ue010([\ue100-\uefff])/g, (_all, place: string) => `\\href{${(addresses[place.charCodeAt(0) - 0xe100] ?? '').replace(/(?<!\\)([%#])/g, '\\$1')}}{`).replaceAll('\ue011', '}');
}
