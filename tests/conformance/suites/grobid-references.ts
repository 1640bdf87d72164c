import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CslItem } from '../../../src/model/csl.ts';
import { referenceOf } from '../../../src/formats/reference-list/reference.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';

const Reference = z.looseObject({ raw: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });
type Field = [tag: string, text: string];

/** Plain-text references as printed, each read on its own: a case a reference and field, for titles, years and DOIs. */
export function grobidReferences(data: string): Suite[] {
  const path = join(data, 'grobid-references', 'references.jsonl');
  if (!existsSync(path)) return [];
  const references = readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => Reference.parse(JSON.parse(line)));
  return [suite('title', references, titleOf, (item) => bare(item.title ?? '')), suite('year', references, yearOf, (item) => String(item.issued?.['date-parts']?.[0]?.[0] ?? '')), suite('doi', references, doiOf, (item) => (item.DOI ?? '').toLowerCase())];
}

function suite(name: string, references: z.infer<typeof Reference>[], expected: (fields: Field[]) => string | undefined, found: (item: CslItem) => string): Suite {
  const cases = references.flatMap(({ raw, fields }, index): Case[] => {
    const wanted = expected(fields);
    return wanted ? [{ name: `${index + 1}`, run: () => differing(name, raw, wanted, found) }] : [];
  });
  return { name: `grobid-references/${name}`, cases };
}

function differing(field: string, raw: string, expected: string, found: (item: CslItem) => string): Found[] {
  const seen = found(referenceOf(raw));
  return seen === expected ? [] : [{ field, expected, found: `${seen} ‹ ${raw}` }];
}

/** The title of the work itself: of an article or chapter, else of the whole. */
const titleOf = (fields: Field[]): string | undefined => bare((fields.find(([tag]) => tag === 'title:a') ?? fields.find(([tag]) => tag === 'title:m') ?? ['', ''])[1]) || undefined;
const yearOf = (fields: Field[]): string | undefined => /\b(1[5-9]\d\d|20\d\d)/.exec(fields.find(([tag]) => tag === 'date')?.[1] ?? '')?.[1];
const doiOf = (fields: Field[]): string | undefined => /10\.\d{4,9}\/\S+/.exec(fields.find(([tag, text]) => /doi|idno/i.test(tag) && text.includes('10.'))?.[1] ?? '')?.[0].replace(/[.,;)\]]+$/, '').toLowerCase();
/** A title's letters and digits: punctuation at the ends and line breaks say nothing. */
const bare = (title: string): string => title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
