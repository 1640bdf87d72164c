import { CSL_TYPES, type CslItem, type CslName } from '../../model/csl.ts';
import type { Draft, Format, Outgoing, Problem, Reading } from '../format.ts';
import { inSteps, pieceByPiece } from '../steps.ts';
import { dateOf, isoOf } from '../zotero/dates.ts';
import { parseCsv, type Row } from './parse.ts';

/** A table with a column a field (RFC 4180), as Zotero and spreadsheets write it: read by the names of its columns. */
export const csv: Format = { name: 'csv', extensions: ['csv', 'tsv'], recognise, read, ...inSteps((papers) => pieceByPiece(papers, rowOf, { before: `\ufeff${line(COLUMNS)}`, between: '' })) };

const TEXTS: [column: string, variable: string, also: string[]][] = [
  ['Title', 'title', ['article title', 'document title', 'name']], ['Container', 'container-title', ['publication title', 'journal', 'source title', 'publication', 'source']], ['Volume', 'volume', []], ['Issue', 'issue', ['number']], ['Pages', 'page', []], ['Publisher', 'publisher', []], ['Place', 'publisher-place', []], ['Edition', 'edition', []], ['DOI', 'DOI', []], ['ISBN', 'ISBN', []], ['ISSN', 'ISSN', []], ['PMID', 'PMID', ['pubmed id']], ['URL', 'URL', ['url', 'link']], ['Language', 'language', []], ['Abstract', 'abstract', ['abstract note']],
];
const NAMES = new Map(TEXTS.flatMap(([column, variable, also]) => [column.toLowerCase(), ...also].map((name): [string, string] => [name, variable])));
const COLUMNS = ['Key', 'Type', 'Authors', 'Editors', 'Date', ...TEXTS.map(([column]) => column), 'Tags'];

function recognise(head: string): number {
  const [columns] = parseCsv(head.slice(0, 4000));
  const names = (columns?.cells ?? []).map((name) => name.trim().toLowerCase());
  return names.length >= 3 && names.includes('title') && names.some((name) => /^authors?$|^doi$|^year$|^publication (?:year|title)$|^date$/.test(name)) ? 0.92 : 0;
}

function read(text: string): Reading {
  const [header, ...rows] = parseCsv(text.replace(/^\ufeff/, ''));
  const columns = header?.cells ?? [];
  const names = columns.map((name) => name.trim().toLowerCase());
  const full = rows.filter(({ cells }) => cells.some((cell) => cell.trim()));
  const drafts = full.map(({ cells, line }) => ({ ...draftOf(Object.fromEntries(cells.map((cell, at) => [names[at] ?? `column ${at + 1}`, unguarded(cell.trim())])), columns), line }));
  return { drafts, problems: full.flatMap((row) => problemOf(row, columns.length)), leftOut: [], origin: {} };
}

/** A row that does not fit under the header; its cells are read all the same, those beyond it kept by their number. */
function problemOf({ cells, line, open }: Row, width: number): Problem[] {
  if (open) return [{ severity: 'warning', line, message: 'A quotation mark is not closed: the rest of the file stands in this row.' }];
  if (cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell.trim() === ''))) return [];
  return [{ severity: cells.length > width ? 'warning' : 'note', line, message: `The row has ${cells.length} cells, the header ${width}.` }];
}

function draftOf(row: Record<string, string>, columns: string[]): Draft {
  const type = (row['type'] ?? row['item type'] ?? '').toLowerCase();
  const item: CslItem = { type: CSL_TYPES.find((one) => one === type) ?? (row['isbn'] && !row['issn'] ? 'book' : row['journal'] || row['container'] || row['publication title'] ? 'article-journal' : 'document') };
  for (const [name, value] of Object.entries(row)) { const variable = NAMES.get(name); if (variable && value) item[variable] ??= value; }
  const date = row['date'] || row['year'] || row['publication year'] || row['publication date'];
  if (date) item.issued = dateOf(date);
  for (const [role, value] of [['author', row['authors'] ?? row['author']], ['editor', row['editors'] ?? row['editor']]] as const) if (value) item[role] = value.split(/(?:(?<!\s)\s+)?;\s*/).filter(Boolean).map(nameOf);
  const rest = Object.entries(row).filter(([name, value]) => value && !NAMES.has(name) && !['key', 'type', 'item type', 'authors', 'author', 'editors', 'editor', 'date', 'year', 'publication year', 'publication date', 'tags', 'manual tags', 'keywords'].includes(name));
  const key = row['key'];
  return { item, tags: (row['tags'] ?? row['manual tags'] ?? row['keywords'] ?? '').split(/(?:(?<!\s)\s+)?;\s*/).filter(Boolean), ...(key && /^[A-Za-z][^\s{},%#"\\~]*$/.test(key) ? { citationKey: key } : {}), ...(rest.length > 0 ? { verbatim: { format: 'csv', fields: Object.fromEntries(rest.map(([name, value]) => [columns.find((column) => column.trim().toLowerCase() === name) ?? name, value])) } } : {}) };
}

function nameOf(text: string): CslName {
  const [family = '', given, suffix] = text.split(/(?:(?<!\s)\s+)?,\s*/);
  return given ? { family, given, ...(suffix ? { suffix } : {}) } : { literal: family };
}

/** Writes a table in UTF-8 with a mark of order, so that spreadsheets read its letters; a cell that one would run as a formula begins with an apostrophe. */
const rowOf = ({ citationKey, item, tags }: Outgoing): string => line([citationKey, item.type, names(item.author), names(item.editor), isoOf(item.issued) ?? '', ...TEXTS.map(([, variable]) => { const value = item[variable]; return typeof value === 'string' || typeof value === 'number' ? String(value) : ''; }), tags.join('; ')]);
const line = (row: string[]): string => `${row.map(cell).join(',')}\r\n`;

const names = (list: CslName[] | undefined): string => (list ?? []).map((name) => name.literal ?? [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given, name.suffix].filter(Boolean).join(', ')).join('; ');
const cell = (text: string): string => { const safe = /^['=+\-@\t\r]/.test(text) ? `'${text}` : text; return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe; };
const unguarded = (text: string): string => (/^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text);
