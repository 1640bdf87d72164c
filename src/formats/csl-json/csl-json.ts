import { z } from 'zod';
import { CslItem, CSL_TYPES } from '../../model/csl.ts';
import { kindOf } from '../../model/variables.ts';
import type { Draft, Format, Outgoing, Problem, Reading } from '../format.ts';
import { edtf } from '../bibtex/dates.ts';
import { languageOf } from '../bibtex/languages.ts';
import { jsonList } from '../steps.ts';
import { fromCustom, toCustom } from './custom.ts';
import { seasonsIn, seasonsOut } from './seasons.ts';
import { linksIn } from '../listed-page/links.ts';

/** CSL-JSON (csl-data.json): an array of items, or one item, or `{"items":[…]}`. */
export const cslJson: Format = { name: 'csl-json', extensions: ['json', 'csl'], holdsMarks: true, recognise, read, ...jsonList(cslJsonOf) };

const Entry = z.looseObject({ id: z.union([z.string(), z.number()]).optional(), 'citation-key': z.string().optional(), keyword: z.unknown().optional() });

function recognise(head: string): number {
  if (!/^\s*[[{]/.test(head)) return 0;
  return /"(?:type|title|issued|author|DOI)"\s*:/.test(head) && new RegExp(`"type"\\s*:\\s*"(?:${CSL_TYPES.join('|')})"`).test(head) ? 0.95 : 0.2;
}

function read(text: string): Reading {
  const reading: Reading = { drafts: [], problems: [], leftOut: [], origin: {} };
  const parsed = parse(text);
  if (!parsed.ok) return { ...reading, problems: [{ severity: 'error', message: `This is not JSON: ${parsed.message}` }] };
  for (const [index, entry] of entriesOf(parsed.value).entries()) {
    const result = draftOf(entry);
    if ('draft' in result) reading.drafts.push(result.draft);
    else reading.problems.push({ severity: 'error', message: result.message, entry: `entry ${index + 1}`, text: JSON.stringify(entry).slice(0, 500) } satisfies Problem);
  }
  return reading;
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, '')) as unknown };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function entriesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const wrapped = z.looseObject({ items: z.array(z.unknown()) }).safeParse(value);
  return wrapped.success ? wrapped.data.items : [value];
}

/** Strings may stand for numbers and the other way round; a missing or unknown type is a document (CSL 1.0.2, Appendix III). */
function draftOf(entry: unknown): { draft: Draft } | { message: string } {
  const outer = Entry.safeParse(entry);
  if (!outer.success) return { message: 'An item must be an object.' };
  const { id, 'citation-key': citationKey, keyword, custom, ...plain } = outer.data;
  const { rest, ...more } = fromCustom(custom);
  const fields: Record<string, unknown> = { ...plain, ...(rest === undefined ? {} : { custom: rest }) };
  const known = CSL_TYPES.some((type) => type === fields['type']);
  const whole = { ...withoutNull(fields), ...(known ? {} : { type: 'document' }) };
  const item = tolerant(Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, kindOf(name) === 'date' ? seasonsIn(typeof value === 'string' || typeof value === 'number' ? edtf(String(value)) : value) : value])));
  if (!item.success) return { message: item.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  const key = citationKey ?? (id === undefined ? undefined : String(id));
  const tags = keywordsOf(keyword);
  return {
    draft: {
      item: item.data, ...more, tags, links: linksIn(item.data.abstract ?? ''), ...(key && usable(key) ? { citationKey: key } : {}),
      ...(known || fields['type'] === undefined ? {} : { doubts: { type: `The type “${String(fields['type'])}” is not one of CSL's.` } }),
    },
  };
}

/** Crossref and others write `null` where they know nothing, also inside dates. */
function withoutNull(fields: Record<string, unknown>): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(fields, (_, value: unknown) => {
    if (value === null) return undefined;
    return Array.isArray(value) ? value.filter((each) => each !== null && !(Array.isArray(each) && each.every((part) => part === null))) : value;
  })));
}

/** Text may come as a number, as a list of one, or as nothing of use: a variable that cannot be read is left out, not the item. */
function tolerant(fields: Record<string, unknown>): ReturnType<typeof CslItem.safeParse> {
  const first = CslItem.safeParse(fields);
  if (first.success) return first;
  const wrong = new Set(first.error.issues.map(({ path }) => String(path[0])));
  const texts = CslItem.safeParse(Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (!wrong.has(name) ? [[name, value]] : asText(value)?.map((text) => [name, text]) ?? []))));
  return texts.success ? texts : CslItem.safeParse(Object.fromEntries(Object.entries(fields).filter(([name]) => !wrong.has(name))));
}

const asText = (value: unknown): string[] | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' || typeof one === 'number' ? [String(one)] : null;
};

const usable = (key: string): boolean => /^[^\s{},%#"\\~]{1,200}$/.test(key) && !/^https?:/.test(key);
const keywordsOf = (keyword: unknown): string[] => (typeof keyword === 'string' ? keyword.split(/(?:(?<!\s)\s+)?[,;]\s*/).filter(Boolean) : []);

/** Items in the order given, with the citation key as `id`, the tags as `keyword`, a language that is named by its code, and notes and marks in CSL's `custom`. */
/** One paper as CSL JSON has it. */
export function cslJsonOf(paper: Outgoing): Record<string, unknown> {
  const { citationKey, item, tags } = paper;
  return { id: citationKey, 'citation-key': citationKey, ...Object.fromEntries(Object.entries(item).map(([name, value]) => [name, kindOf(name) === 'date' ? seasonsOut(value) : value])), ...(item.language === undefined ? {} : { language: languageOf(item.language) }), ...(tags.length > 0 ? { keyword: tags.join(', ') } : {}), ...toCustom(paper) };
}
