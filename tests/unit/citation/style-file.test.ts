import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import CSL from 'citeproc';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readStyle } from '../../../src/citation/style-file.ts';

const SUITE = join(import.meta.dirname, '../../../../shared/conformance/csl-test-suite/tests.json');
const Parser = z.object({ parseXml: z.function({ input: [z.string()], output: z.unknown() }) });

interface Element { name: string; attrs: Record<string, string>; children: (Element | string)[] }

/** The rules, without what is said about the style. */
const rules = (node: Element): unknown[] => node.children.filter((child) => typeof child !== 'string' && child.name !== 'info').map(bare);
const bare = (node: Element | string): unknown => (typeof node === 'string' ? node : [node.name, Object.fromEntries(Object.entries(node.attrs).filter(([name]) => !name.startsWith('xmlns')).map(([name, value]) => [name, value.replace(/\t/g, ' ')]).sort()), holds(node) ? node.children.map(bare) : []]);
/** An empty form of a term is written in two ways, which mean the same. */
const holds = (node: Element): boolean => !/^(?:single|multiple)$/.test(node.name) || node.children[0] !== '';

it.skipIf(!existsSync(SUITE))('a style is read as citeproc-js reads it, in all of its own tests', () => {
  const tests = z.array(z.object({ name: z.string(), csl: z.string() })).parse(JSON.parse(readFileSync(SUITE, 'utf8')));
  let read = 0;
  for (const { name, csl } of tests) {
    const ours = readStyle(csl, `${name}.csl`);
    if (!ours.ok) continue;
    read++;
    expect([name, rules(ours.value.node)]).toEqual([name, rules(Parser.parse(CSL).parseXml(csl) as Element)]);
  }
  expect(read).toBeGreaterThan(440);
});
