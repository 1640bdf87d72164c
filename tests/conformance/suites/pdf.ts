import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { pdfText, type PdfText } from '../../../src/services/pdf-text/read-pdf.ts';
import type { Difference, Facts, Suite } from '../suite.ts';

type Answer = Awaited<ReturnType<typeof pdfText>>;
type Differences = Omit<Difference, 'case'>[];

const APP = join(import.meta.dirname, '../../../dist');
const Truth = z.array(z.looseObject({ file: z.string(), title: z.string(), pages: z.int(), titleInFirst2Pages: z.boolean() })).catch([]);

/** Passwords of the encrypted files, as the README of the data names them. */
const PASSWORDS: Readonly<Record<string, string>> = { issue6010_1: 'abc', issue6010_2: 'æøå', issue3371: 'ELXRTQWS', bug1782186: 'Hello', issue15893_reduced: 'test', pr6531_1: 'asdfasdf', pr6531_2: 'asdfasdf', 'encrypted-attachment': '000000', print_protection: '1234' };

/** Every PDF of a folder is read page by page in a limited process: it opens, or the error says why. Nothing hangs, nothing crashes. */
export function pdf(data: string): Suite[] {
  const folder = join(data, 'pdf');
  if (!existsSync(folder)) return [];
  const files = pdfsIn(folder);
  const groups = [...new Set(files.map((file) => relative(folder, dirname(file))))];
  return groups.map((group) => suiteOf(`pdf ${group}`, files.filter((file) => relative(folder, dirname(file)) === group)));
}

function suiteOf(name: string, files: readonly string[]): Suite {
  const facts: Facts[] = [];
  const run = async (file: string): Promise<Differences> => {
    const answer = await pdfText({ app: APP, file, password: PASSWORDS[basename(file, '.pdf')] });
    facts.push(factsOf(file, answer));
    return differencesOf(file, answer);
  };
  return { name, facts, cases: files.map((file) => ({ name: basename(file), run: () => run(file) })) };
}

function pdfsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.pdf')).map((entry) => join(entry.parentPath, entry.name)).sort();
}

function factsOf(file: string, answer: Answer): Facts {
  if (!answer.ok) return { file: basename(file), pages: 0, letters: 0, annotations: '', error: `${answer.trouble}: ${answer.message}` };
  const { pages, read } = answer.value;
  const counts = new Map<string, number>();
  for (const { annotations } of read) for (const [subtype, count] of Object.entries(annotations)) counts.set(subtype, (counts.get(subtype) ?? 0) + count);
  const broken = read.filter(({ error }) => error !== undefined).length;
  return { file: basename(file), pages, letters: read.reduce((sum, { text }) => sum + text.length, 0), annotations: [...counts].map(([subtype, count]) => `${String(count)} ${subtype}`).join(', '), error: broken === 0 ? '' : `${String(broken)} pages cannot be read` };
}

/** An error is the right answer where a file is damaged, or encrypted with a password that nobody named. */
function differencesOf(file: string, answer: Answer): Differences {
  if (!answer.ok) return /corrupted|encrypted/.test(dirname(file)) && answer.trouble !== 'too-much' ? [] : [{ field: 'opened', expected: 'pages', found: `${answer.trouble}: ${answer.message}` }];
  const broken = answer.value.read.flatMap(({ page, error }) => (error === undefined || dirname(file).endsWith('corrupted') ? [] : [{ field: `page ${String(page)}`, expected: 'its text', found: error }]));
  return [...broken, ...missingPages(answer.value), ...untrue(file, answer.value)];
}

const missingPages = ({ pages, read }: PdfText): Differences => (read.length === pages ? [] : [{ field: 'pages read', expected: pages, found: read.length }]);

const lettersOf = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Where the truth about a file is known: its pages, and its title on the first two of them. */
function untrue(file: string, { pages, read }: PdfText): Differences {
  const list = join(dirname(file), '../truth.json');
  const truth = existsSync(list) ? Truth.parse(JSON.parse(readFileSync(list, 'utf8'))).find((one) => basename(one.file) === basename(file)) : undefined;
  if (truth === undefined) return [];
  const start = lettersOf(read.slice(0, 2).map(({ text }) => text).join(' '));
  const titled = !truth.titleInFirst2Pages || start.includes(lettersOf(truth.title));
  return [...(truth.pages === pages ? [] : [{ field: 'pages', expected: truth.pages, found: pages }]), ...(titled ? [] : [{ field: 'title', expected: truth.title, found: read[0]?.text.slice(0, 200) }])];
}
