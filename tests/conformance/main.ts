import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runSuite, type Facts, type Result, type Suites } from './suite.ts';
import { betterBibtex } from './suites/better-bibtex.ts';
import { betterBibtexExport } from './suites/better-bibtex-export.ts';
import { biber } from './suites/biber.ts';
import { cslProcessor } from './suites/csl-processor.ts';
import { grobidReferences } from './suites/grobid-references.ts';
import { jabref } from './suites/jabref.ts';
import { latexTools } from './suites/latex-tools.ts';
import { pdf } from './suites/pdf.ts';
import { zoteroApp } from './suites/zotero-app.ts';
import { zoteroTranslators } from './suites/zotero-translators.ts';

const SUITES: Suites[] = [zoteroTranslators, zoteroApp, betterBibtex, betterBibtexExport, jabref, biber, latexTools, cslProcessor, grobidReferences, pdf];
const HERE = fileURLToPath(new URL('../../../shared/conformance', import.meta.url));

/** `npm run conformance [-- --data DIR] [--json] [--failures] [suite…]`: Sheaf against the data other projects test themselves with. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' }, json: { type: 'boolean', default: false }, failures: { type: 'boolean', default: false } } });
  const data = values.data === undefined ? HERE : resolve(values.data);
  if (!existsSync(data)) {
    console.error(`There is no conformance data at ${data}.`);
    if (values.json) console.log(JSON.stringify({ suites: [] }));
    return;
  }
  const results: Result[] = [];
  for (const suites of SUITES) for (const suite of await suites(data)) {
    if (suite.cases.length === 0 || (positionals.length > 0 && !positionals.some((wanted) => suite.name.toLowerCase().includes(wanted.toLowerCase())))) continue;
    results.push(await runSuite(suite));
  }
  if (values.json) console.log(JSON.stringify({ suites: results }, null, 1));
  else report(results, values.failures, positionals.length > 0);
}

function report(results: Result[], failures: boolean, only: boolean): void {
  const width = Math.max(5, ...results.map(({ name }) => name.length));
  const known = knownDifferences();
  console.log(`${'suite'.padEnd(width)}  cases  passed  share    known`);
  for (const { name, cases, passed, differences } of results) {
    const explained = new Set(differences.map(({ case: at }) => at).filter((at) => known(name, at))).size;
    console.log(`${name.padEnd(width)}  ${String(cases).padStart(5)}  ${String(passed).padStart(6)}  ${((100 * passed) / cases).toFixed(1).padStart(5)} %  ${String(explained || '').padStart(5)}`.trimEnd());
  }
  if (only) for (const { name, facts } of results) if (facts) tellFacts(name, facts);
  if (!failures) return;
  for (const { name, differences } of results) for (const { case: at, field, expected, found } of differences) console.log(`\n${name} · ${at} · ${field}\n  expected ${shown(expected)}\n  found    ${shown(found)}`);
}

/** A table of what was seen in the cases of a suite. */
function tellFacts(name: string, facts: readonly Facts[]): void {
  const columns = Object.keys(facts[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...facts.map((row) => String(row[column] ?? '').length)));
  const lineOf = (cells: readonly string[]): string => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd();
  console.log(`\n${name}\n${lineOf(columns)}`);
  for (const row of facts) console.log(lineOf(columns.map((column) => String(row[column] ?? ''))));
}

/** Whether a case is on the list of those whose reference is wrong: they count as failed, and the board says so. */
function knownDifferences(): (suite: string, at: string) => boolean {
  const rows = readFileSync(new URL('known-differences.md', import.meta.url), 'utf8').split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return (suite, at) => rows.some(([, name, cases]) => name === suite && (cases === '*' || (cases ?? '').split(', ').some((one) => one !== '' && (at === one || (suite.startsWith('better-bibtex') && at.includes(one))))));
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value));

void main();
