import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateText, edtf, writeEdtf } from '../../../src/formats/bibtex/dates.ts';
import { readBibtex } from '../../../src/formats/bibtex/read.ts';
import { texToText } from '../../../src/formats/bibtex/tex/read-tex.ts';
import type { Draft } from '../../../src/formats/format.ts';
import { childrenOf, childOf, everyBelow, parseXml, rawText, textOf, type XmlNode } from '../../../src/formats/xml/tree.ts';
import type { CslDate, CslItem, CslName } from '../../../src/model/csl.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';

/** biber's own files: every entry comes in or is reported; and where biber is installed, its reading of names and dates is the reference. */
export function biber(data: string): Suite[] {
  const folder = join(data, 'biber', 'tdata');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bib')).sort() : [];
  const suites: Suite[] = [{ name: 'biber/read', cases: names.map((name): Case => ({ name, run: () => allIn(join(folder, name)) })) }];
  if (names.length === 0) return [];
  if (spawnSync('biber', ['--version']).status === 0) return [...suites, { name: 'biber/names and dates', cases: names.map((name): Case => ({ name, run: () => asBiberReads(join(folder, name)) })) }];
  console.error('biber is not installed: its reading of names and dates is not compared.');
  return suites;
}

const textAt = (file: string): string => { const bytes = readFileSync(file); const utf8 = bytes.toString('utf8'); return utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8; };

/** Keys that stand at the head of an entry, as a line says them, and are neither read nor reported. */
function allIn(file: string): Found[] {
  const text = textAt(file);
  const { drafts, problems } = readBibtex(text);
  const known = new Set([...drafts.map(({ citationKey }) => citationKey), ...problems.map(({ entry }) => entry)]);
  const aside = /^(?:string|comment|preamble|xdata|set)$/i;
  return [...text.matchAll(/^@(\w+)[ \t]*\{[ \t]*([^\s,{}"=]+)[ \t]*,/gm)].flatMap(([, type = '', key = '']) => (aside.test(type) || known.has(key) ? [] : [{ field: key, expected: key, found: undefined }]));
}

/** Runs `biber --tool` on a file and compares each entry's people and dates. */
function asBiberReads(file: string): Found[] {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-biber-'));
  try {
    const out = join(folder, 'out.bltxml');
    spawnSync('biber', ['--tool', '--quiet', '--quiet', '--output-format=biblatexml', '--no-bltxml-schema', '--output-resolve-crossrefs', '--output-resolve-xdata', `--output-file=${out}`, file], { cwd: folder, timeout: 60_000 });
    if (!existsSync(out)) return [{ field: '(biber)', expected: 'a reading', found: undefined }];
    // Of several entries of one key biber takes the first.
    const drafts = new Map(readBibtex(textAt(file)).drafts.reverse().map((draft) => [draft.citationKey, draft]));
    return childrenOf(childOf(parseXml(readFileSync(out, 'utf8')).root, 'entries'), 'entry').flatMap((entry) => compared(entry, drafts.get(entry.attributes['id'] ?? '')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PEOPLE = { author: 'author', translator: 'translator', bookauthor: 'container-author' } as const;
const DATES: Readonly<Record<string, 'issued' | 'event-date' | 'original-date' | 'accessed'>> = { '': 'issued', event: 'event-date', orig: 'original-date', url: 'accessed' };

function compared(entry: XmlNode, draft: Draft | undefined): Found[] {
  const { id = '', entrytype = '' } = entry.attributes;
  if (entrytype === 'xdata' || entrytype === 'set') return [];
  if (!draft) return [{ field: id, expected: id, found: undefined }];
  return [...peopleIn(entry, draft.item, id), ...datesIn(entry, draft.item, id)];
}

function peopleIn(entry: XmlNode, item: CslItem, id: string): Found[] {
  return childrenOf(entry, 'names').flatMap((names) => {
    const variable = Object.entries(PEOPLE).find(([type]) => type === names.attributes['type'])?.[1];
    if (variable === undefined) return [];
    const expected = childrenOf(names, 'name').map((name) => name.attributes['xdata'] !== undefined ? `|xdata=${name.attributes['xdata']}||` : ['prefix', 'family', 'given', 'suffix'].map((part) => partOf(name, part)).join('|'));
    const found = (item[variable] ?? []).map(spoken);
    return expected.join(' ; ') === found.join(' ; ') ? [] : [{ field: `${id} ${variable}`, expected: expected.join(' ; '), found: found.join(' ; ') }];
  });
}

/** A part of a name: biber splits it at spaces, which stand again between the pieces. */
function partOf(name: XmlNode, part: string): string {
  const node = childrenOf(name, 'namepart').find(({ attributes }) => attributes['type'] === part);
  if (!node) return '';
  const pieces = everyBelow(node);
  return plain(texToText((pieces.length > 0 ? pieces.map(rawText) : [rawText(node)]).join(' ')));
}
const plain = (text: string): string => text.replace(/[\s\u00a0\u2009]+/g, ' ').trim();
const spoken = (name: CslName): string => [[name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' '), name.family ?? name.literal, name.given, name.suffix].map((part) => plain(part ?? '')).join('|');

function datesIn(entry: XmlNode, item: CslItem, id: string): Found[] {
  return childrenOf(entry, 'date').flatMap((date) => {
    const variable = DATES[date.attributes['type'] ?? ''];
    if (variable === undefined) return [];
    const [start, end] = [childOf(date, 'start'), childOf(date, 'end')];
    const expected = start ? `${full(textOf(start))}/${end ? full(textOf(end)) : ''}` : full(textOf(date));
    // Of ranges biber's XML leaves some marks of doubt out.
    const [wanted, seen] = [edtf(expected), item[variable]].map((one) => (start ? told(one).replace(/[?~%]/g, '') : told(one)));
    return wanted === seen ? [] : [{ field: `${id} ${variable}`, expected, found: seen }];
  });
}

/** biber leaves the zeros before a year out, writes 00 for what is unspecified, and a doubt after the year. */
const full = (date: string): string => dateText(date).replace(/(?:-00)+$/, '').replace(/^(-?\d+)([?~%])(-.+)$/, '$1$3$2').replace(/^(-?)(\d{1,3})(?=$|[-~?%])/, (_all, sign: string, year: string) => sign + year.padStart(4, '0'));
const told = (date: CslDate | undefined): string => (date === undefined ? '' : writeEdtf(date) ?? date.literal ?? '');
