import { strToU8, zipSync } from 'fflate';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A run of text, as Word has it. */
export const words = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A field: its instruction, in as many runs as are asked for, and what it shows. `data` is laid beside it, as EndNote does. */
export function field(instruction: string, shown: string, { runs = 1, data }: { runs?: number; data?: string } = {}): string {
  const size = Math.ceil(instruction.length / runs);
  const parts = Array.from({ length: runs }, (_, at) => `<w:r><w:instrText xml:space="preserve">${escaped(instruction.slice(at * size, (at + 1) * size))}</w:instrText></w:r>`);
  const beside = data === undefined ? '' : `<w:fldData xml:space="preserve">${Buffer.from(data).toString('base64')}</w:fldData>`;
  return `<w:r><w:fldChar w:fldCharType="begin">${beside}</w:fldChar></w:r>${parts.join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${words(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
}

const part = (name: string, inside: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`;
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<w:p>${line}</w:p>`).join('');

/** A small Word document of these paragraphs, with footnotes where there are some. */
export function smallDocx(lines: readonly string[], footnotes: readonly string[] = []): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
    'word/document.xml': strToU8(part('document', `<w:body>${paragraphs(lines)}</w:body>`)),
    ...(footnotes.length === 0 ? {} : { 'word/footnotes.xml': strToU8(part('footnotes', footnotes.map((line, at) => `<w:footnote w:id="${String(at)}">${paragraphs([line])}</w:footnote>`).join(''))) }),
  });
}
