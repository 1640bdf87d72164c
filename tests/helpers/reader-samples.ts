import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import type { Format, Outgoing } from '../../src/formats/format.ts';
import { FORMATS, recogniseFormat } from '../../src/formats/formats.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const ZOTERO = join(SHARED, 'conformance/zotero-translators/import');
const FOLDERS = ['conformance/jabref/org/jabref/logic/importer/fileformat', 'conformance/jabref/testbib', 'conformance/api/crossref/responses', 'conformance/zotero-app/test-data'].map((name) => join(SHARED, name));
const LARGEST = 60_000;
const EACH = 3;

export const READERS: readonly Format[] = FORMATS.filter(({ read }) => read);

/** Real files for each format that is read, by its name: those that are recognised as it, else what the format writes of a real library; at most three of a format, of 60 kB at most. Empty where ../shared is not there. */
export function readerSamples(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  if (!existsSync(SHARED)) return found;
  for (const [name, text] of realFiles()) {
    const format = recogniseFormat(text, name)?.name ?? '';
    const all = found.get(format) ?? [];
    if (all.length < EACH) found.set(format, [...all, text]);
  }
  const papers = (found.get('bibtex') ?? []).flatMap((text) => FORMATS[0]?.read?.(text).drafts ?? []).slice(0, 20).map((draft, index): Outgoing => ({ id: String(index), citationKey: draft.citationKey ?? `k${String(index)}`, item: draft.item, tags: draft.tags ?? [] }));
  for (const { name, write } of READERS) if (!found.has(name) && write) found.set(name, [write(papers).text]);
  return found;
}

function* realFiles(): Generator<[name: string, text: string]> {
  yield* OWN;
  yield ['references.txt', readFileSync(join(SHARED, 'conformance/grobid-references/references.jsonl'), 'utf8').split('\n').slice(0, 100).map((line, index) => `[${String(index + 1)}] ${z.looseObject({ raw: z.string() }).parse(JSON.parse(line)).raw}`).join('\n')];
  yield ['page.txt', readFileSync(join(SHARED, 'samples/daily-papers-page.txt'), 'utf8').slice(0, LARGEST)];
  for (const name of readdirSync(ZOTERO)) for (const { input } of z.array(z.looseObject({ input: z.string() })).parse(JSON.parse(readFileSync(join(ZOTERO, name), 'utf8')))) if (input.length <= LARGEST) yield [name, input];
  for (const folder of FOLDERS.filter((one) => existsSync(one))) for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const bytes = readFileSync(join(folder, name));
    const text = Buffer.from(name.endsWith('6bak') ? Object.values(unzipSync(bytes))[0] ?? [] : bytes).toString('utf8');
    if (text.length <= LARGEST && text.trim() !== '') yield [name, text];
  }
}

/** Of formats that no project's test data holds: short files as their programs write them. */
const OWN: readonly [name: string, text: string][] = [
  ['copac.txt', 'TI- On growth\n    and form\nAU- Thompson, D. W. 1860-1948\nPY- 1917\nPU- Cambridge : CUP\nKW- Biology; Morphology\nIS- 0521064813\nPD- 793p ; 23cm\n\nTI- Another book\nAU- Royal Society\nPY- 1918\nNT- With an index\n'],
  ['papers.rdf', 'Template-Type: ReDIF-Paper 1.0\nAuthor-Name: Jane Doe\nAuthor-Name-First: Jane\nAuthor-Name-Last: Doe\nAuthor-Workplace-Name: Department of Economics, Example University\nAuthor-Name: Roe, Richard\nTitle: Growth with\n  two sectors\nAbstract: In this paper: a model.\nIt has two sectors.\nLength: 35 pages\nCreation-Date: 1998-02\nFile-URL: http://www.example.org/w9801.pdf\nFile-Format: Application/pdf\nFile-Function: Final version\nNumber: 9801\nClassification-JEL: F12, F43\nKeywords: Growth; Trade\nHandle: RePEc:exa:wpaper:9801\n\nTemplate-Type: ReDIF-Article 1.0\nAuthor-Name: Poe, Lee\nTitle: An article\nJournal: The Journal\nYear: 2001\nMonth: March\nVolume: 3\nIssue: 2\nPages: 1-20\nHandle: RePEc:exa:journl:v:3:y:2001:i:2:p:1-20\n'],
  ['nep-ict.txt', 'NEP: New Economics Papers\nIn this issue we have:\n------------------------------------\n1. Television and Voters\n2. Races for Innovation\n------------------------------------\n\n1. Television and Voters\n\nBy:       Doe, Jane (University of Jena)\n          Roe, Richard\nDate:     2005-11-07\nURL:      http://d.repec.org/n?u=RePEc:cla:levrem:7848&r=ict\nKeywords: Television, Voting\nJEL:      D72 L82\n\n  The abstract of it\n  in two lines.\n\n2. Races for Innovation\nBy: \tUwe Cantner (University of Jena)\nURL: \thttp://d.repec.org/n?u=RePEc:jen:jenasw:2005-17&r=all\nAn abstract.\n'],
  ['context.xml', '<?xml version="1.0"?><ctx:context-objects xmlns:ctx="info:ofi/fmt:xml:xsd:ctx"><ctx:context-object version="Z39.88-2004"><ctx:referent><ctx:identifier>info:doi/10.1000/1</ctx:identifier><ctx:metadata-by-val><ctx:format>info:ofi/fmt:xml:xsd:journal</ctx:format><ctx:metadata><journal><authors><author><aulast>Vergnaud</aulast><aufirst>Anne</aufirst></author></authors><atitle>Meat &amp; weight</atitle><jtitle>The Journal</jtitle><date>2010</date><spage>398</spage></journal></ctx:metadata></ctx:metadata-by-val></ctx:referent></ctx:context-object></ctx:context-objects>'],
];
