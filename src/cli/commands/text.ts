import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { pdfText, type PdfText } from '../../services/pdf-text/read-pdf.ts';
import { openLibrary, type Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf } from '../papers.ts';

export interface TextOptions { json?: boolean; library?: string; pages?: string; password?: string }

/** `sheaf text FILE|PAPER`: the words of a PDF, page by page. A file needs no library. */
export async function showText(name: string, options: TextOptions): Promise<void> {
  const file = existsSync(name) ? resolve(name) : await fileOf(name, options);
  const { first, last } = range(options.pages);
  const password = options.password ?? process.env['SHEAF_PDF_PASSWORD'];
  const read = await pdfText({ app: join(__dirname, '..'), file, first, last, password });
  if (!read.ok) throw new Exit(EXIT.failed, `${file}: ${read.message}`);
  if (options.json) return printJson(read.value);
  await print(wording(read.value));
}

const wording = ({ read }: PdfText): string => read.map(({ text }) => text.trimEnd()).join('\n\f\n');

/** `3`, `3-5`, `3-` or `-5`; all pages when nothing is said. */
function range(pages = '-'): { first: number; last: number } {
  const [, from = '', dash, to = ''] = /^(\d*)(-?)(\d*)$/.exec(pages.trim()) ?? [];
  if (dash === undefined || (from === '' && dash === '')) throw new Exit(EXIT.usage, `"${pages}" is no range of pages; 3, 3-5, 3- and -5 are.`);
  return { first: Number(from || 1), last: dash === '' ? Number(from) : Number(to || Number.MAX_SAFE_INTEGER) };
}

/** The PDF of a paper in the library. */
async function fileOf(name: string, options: TextOptions): Promise<string> {
  const library = await openLibrary({ library: options.library, create: false });
  try {
    return await pdfOf(library, name);
  } finally {
    await library.close();
  }
}

async function pdfOf(library: Library, name: string): Promise<string> {
  const [paper = ''] = await idsOf(library, [name]);
  const { attachments } = await library.call('papers.get', { id: paper });
  const pdf = attachments.find(({ mediaType, path }) => mediaType === 'application/pdf' && !/^https?:/i.test(path));
  if (!pdf) throw new Exit(EXIT.nothing, `"${name}" has no PDF here; "sheaf download ${name}" fetches it.`);
  return isAbsolute(pdf.path) ? pdf.path : join(library.folder, pdf.path);
}
