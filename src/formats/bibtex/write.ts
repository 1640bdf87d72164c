import type { Verbatim } from '../../model/paper.ts';
import type { Outgoing } from '../format.ts';
import { MAPPINGS, SUBTITLES, TYPES, TYPE_OUT, writeDate } from './fields.ts';
import { textToTex } from './tex.ts';

/** Writes BibTeX in UTF-8. A field that came from BibTeX is written as it was while the value it stood for is unchanged. */
export function writeBibtex(papers: Outgoing[]): { text: string; problems: string[] } {
  return { text: papers.map(entry).join('\n'), problems: [] };
}

function entry(paper: Outgoing): string {
  const verbatim = paper.verbatim?.find(({ format }) => format === 'bibtex');
  const fields = merged(fieldsOf(paper), paper, verbatim);
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = ${delimited(name, value)}`);
  return `@${typeOf(paper, verbatim)}{${paper.citationKey},\n${lines.join(',\n')}\n}\n`;
}

/** The type that was read, while it still means the same. */
function typeOf({ item }: Outgoing, verbatim: Verbatim | undefined): string {
  const read = verbatim?.type;
  const means = read === undefined ? undefined : (TYPES[read] ?? 'document');
  return read !== undefined && (means === item.type || (means === 'document' && item.type === 'article')) ? read : (TYPE_OUT[item.type] ?? 'misc');
}

/** Every field that the paper's values give. */
function fieldsOf({ item, tags }: Outgoing): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { field, write } of MAPPINGS) {
    const value = write(item);
    if (value !== undefined) fields[field] = value;
  }
  Object.assign(fields, writeDate(item.issued));
  const arxiv = /^arxiv:(\S+)$/i.exec(String(item.number ?? ''))?.[1];
  if (arxiv) Object.assign(fields, { eprint: arxiv, eprinttype: 'arxiv' });
  else if (item.number !== undefined && fields['number'] === undefined) fields['number'] = textToTex(String(item.number));
  if (tags.length > 0) fields['keywords'] = tags.map(textToTex).join(', ');
  return fields;
}

function merged(made: Record<string, string>, paper: Outgoing, verbatim: Verbatim | undefined): Record<string, string> {
  if (!verbatim) return made;
  const out: Record<string, string> = {};
  const covered = new Set<string>();
  for (const [field, value] of Object.entries(verbatim.fields)) {
    const stood = verbatim.stood?.[field];
    const variables = covers(field);
    if (stood !== undefined && canonical(parsed(stood)) !== canonical(now(field, paper))) continue;
    out[field] = value;
    for (const other of variables) covered.add(other);
  }
  for (const [field, value] of Object.entries(made)) if (out[field] === undefined && !covered.has(field)) out[field] = value;
  return out;
}

const DATE_FIELDS = ['date', 'year', 'month', 'day'];

/** The fields that need not be written once this one is: those of the same variable. */
function covers(field: string): string[] {
  if (DATE_FIELDS.includes(field)) return DATE_FIELDS;
  if (field === 'eprint' || field === 'archiveprefix' || field === 'eprinttype') return ['eprint', 'eprinttype', 'archiveprefix', 'url', 'number'];
  if (field === 'keyword' || field === 'keywords') return ['keywords'];
  const variable = MAPPINGS.find((mapping) => mapping.field === field)?.variable;
  return variable === undefined ? [] : MAPPINGS.filter((mapping) => mapping.variable === variable).map((mapping) => mapping.field);
}

/** What the field's variable holds now. Tags are a set: their order says nothing. */
function now(field: string, { item, tags }: Outgoing): unknown {
  if (DATE_FIELDS.includes(field)) return item.issued;
  if (field === 'keywords' || field === 'keyword') return tags;
  const variable = Object.entries(SUBTITLES).find(([subtitle]) => subtitle === field)?.[1].variable ?? MAPPINGS.find((mapping) => mapping.field === field)?.variable;
  return variable === undefined ? undefined : item[variable];
}

function parsed(stood: string): unknown {
  try {
    return JSON.parse(stood) as unknown;
  } catch {
    return undefined;
  }
}

/** A value in a form in which two are compared: a library keeps its keys in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${(value.every((each) => typeof each === 'string') ? [...value].sort() : value).map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => `${key}:${canonical(each)}`).join()}}`;
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/;
const delimited = (name: string, value: string): string => (name === 'month' && MONTH.test(value) ? value : `{${balanced(value)}}`);

/** Braces that do not balance would swallow the rest of the file. */
function balanced(value: string): string {
  let depth = 0;
  for (const sign of value) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) break;
  }
  return depth === 0 ? value : value.replace(/\\?[{}]/g, '');
}
