import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { biblatex, bibtex } from '../../../src/formats/bibtex/bibtex.ts';
import { cslJson } from '../../../src/formats/csl-json/csl-json.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import type { Outgoing } from '../../../src/formats/format.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';
import { outgoing } from './zotero-translators.ts';

/** What Sheaf exports of large real files goes through the tools that people write with, without an error, where they are installed. */
export function latexTools(data: string): Suite[] {
  const folder = join(data, 'bib-large');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bib')) : [];
  if (files.length === 0) return [];
  const suites: [tool: string, name: string, run: (papers: Outgoing[]) => Found[]][] = [['biber', 'export/biber --validate-datamodel', throughBiber], ['bibtex', 'export/bibtex', throughBibtex], ['pandoc', 'export/pandoc --citeproc', throughPandoc]];
  return suites.flatMap(([tool, name, run]) => {
    if (spawnSync(tool, ['--version']).status === 0) return [{ name, cases: files.map((file): Case => ({ name: file, run: () => run(papersIn(join(folder, file))) })) }];
    console.error(`${tool} is not installed: the suite ${name} is not run.`);
    return [];
  });
}

/** The papers of a file as the library would hold them: each with a key of its own. */
function papersIn(file: string): Outgoing[] {
  const taken = new Set<string>();
  return readBibtex(readFileSync(file, 'utf8')).drafts.map((draft, index) => {
    const key = draft.citationKey ?? `paper${index}`;
    const citationKey = taken.has(key.toLowerCase()) ? `${key}-${index}` : key;
    taken.add(citationKey.toLowerCase());
    return { ...outgoing(draft), citationKey };
  });
}

function within(run: (folder: string) => Found[]): Found[] {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-latex-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What biber says of the file itself and not of its writing: fields of the owner's own names, fields and values out of place in the file that was read, years in words, two numbers in one field, and fields that it lacks. */
const THEIR_OWN = /invalid in data model|Missing mandatory field|Invalid field '\S+' for entrytype|Invalid value of field|Invalid ISBN|^WARN - ISBN '|legacy year field/;

const throughBiber = (papers: Outgoing[]): Found[] => within((folder) => {
  writeFileSync(join(folder, 'out.bib'), biblatex.write?.(papers).text ?? '');
  const { stdout, status } = spawnSync('biber', ['--tool', '--validate-datamodel', '--output-file=checked.bib', 'out.bib'], { cwd: folder, encoding: 'utf8', timeout: 300_000, maxBuffer: 1 << 27 });
  const errors = stdout.split('\n').filter((line) => /^(?:ERROR|WARN) - /.test(line) && !THEIR_OWN.test(line)).map((line) => ({ field: '(biber)', expected: undefined, found: line }));
  return status === 0 || errors.length > 0 ? errors : [{ field: '(biber)', expected: 0, found: status }];
});

const throughBibtex = (papers: Outgoing[]): Found[] => within((folder) => {
  writeFileSync(join(folder, 'out.bib'), bibtex.write?.(papers, { letters: 'latex' }).text ?? '');
  writeFileSync(join(folder, 'out.aux'), '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{out}\n');
  const { stdout } = spawnSync('bibtex', ['-min-crossrefs=99', 'out'], { cwd: folder, encoding: 'utf8', timeout: 300_000 });
  return stdout.split('\n').filter((line) => /---line \d+ of file|error message|^Sorry|overflow/.test(line)).map((line) => ({ field: '(bibtex)', expected: undefined, found: line }));
});

/** pandoc reads the CSL JSON and prints every paper of it, in its own style, without a word of complaint. */
const throughPandoc = (papers: Outgoing[]): Found[] => within((folder) => {
  writeFileSync(join(folder, 'out.json'), cslJson.write?.(papers).text ?? '');
  writeFileSync(join(folder, 'all.md'), '---\nnocite: "@*"\n---\n');
  const { stdout, stderr, status } = spawnSync('pandoc', ['--citeproc', '--bibliography=out.json', '-t', 'html', 'all.md'], { cwd: folder, encoding: 'utf8', timeout: 300_000, maxBuffer: 1 << 27 });
  const complaints = stderr.split('\n').filter(Boolean).map((line) => ({ field: '(pandoc)', expected: undefined, found: line }));
  const entries = stdout.split('class="csl-entry"').length - 1;
  if (status !== 0 && complaints.length === 0) return [{ field: '(pandoc)', expected: 0, found: status }];
  return entries === papers.length || complaints.length > 0 ? complaints : [{ field: '(pandoc) entries', expected: papers.length, found: entries }];
});
