import { fail, ok, type Result } from '../contract/errors.ts';
import { allAt, childOf, elementsOf, everyBelow, parseXml, rawText, textAt, type XmlNode } from '../formats/xml/tree.ts';
import type { CslNode } from './csl-node.ts';

/** A style as it stands in a `.csl` file. A dependent one (`parent`, an id) has no rules of its own: it names a journal and maybe a language. */
export interface StyleFile { id: string; title: string; parent: string | null; language: string | null; node: CslNode }

/** Reads a CSL 1.0 style. `unreadable` what is not XML; `unsupported` what is XML but no style that a processor can use. */
export function readStyle(text: string, file: string): Result<StyleFile> {
  const { root, problems } = parseXml(text);
  const [problem] = problems;
  const style = elementsOf(root)[0];
  if (style === undefined || problem !== undefined) return fail('unreadable', `${file} is not XML${problem?.line === undefined ? '' : ` (line ${String(problem.line)})`}.`, { details: { reason: 'style-xml', file, line: problem?.line ?? 1 } });
  if (style.name !== 'style' || childOf(style, 'info') === undefined) return refused(file, 'style-other', `${file} is not a citation style: it begins with <${style.name}>.`, { name: style.name });
  if (!/^1\./.test(style.attributes['version'] ?? '')) return refused(file, 'style-old', `${file} is written for an older CSL than 1.0.`);
  const links = allAt(style, 'info/link');
  const parent = links.find(({ attributes }) => attributes['rel'] === 'independent-parent')?.attributes['href'];
  if (parent === undefined && childOf(style, 'citation') === undefined) return refused(file, 'style-empty', `${file} has no rules for citations and names no style that has.`);
  const missing = macroOf(style);
  if (missing !== undefined) return refused(file, 'style-broken', `${file} does not work: it has no macro "${missing}".`, { why: `“${missing}”, a macro, is missing.` });
  const title = textAt(style, 'info/title') ?? file.replace(/\.csl$/i, '');
  return ok({ id: idOf(textAt(style, 'info/id') ?? '', file, title), title, parent: parent === undefined ? null : styleId(parent), language: style.attributes['default-locale'] ?? null, node: nodeOf(style) });
}

/** A macro that is called and not there: the processor would print nothing in its place. */
function macroOf(style: XmlNode): string | undefined {
  const there = new Set(allAt(style, 'macro').map(({ attributes }) => attributes['name']));
  return everyBelow(style).map(({ attributes }) => attributes['macro']).find((name) => name !== undefined && !there.has(name));
}

const refused = (file: string, reason: string, message: string, more: Record<string, string> = {}): Result<never> => fail('unsupported', message, { details: { reason, file, ...more } });

/** Styles are also named by the address that Zotero's repository has for them, or by their file. */
export const styleId = (name: string): string => name.trim().replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//, '').replace(/\.csl$/, '');

const ID = /^[a-z\d][\w.-]{0,150}$/;

/** The name that the style has in Zotero's repository; one from elsewhere is called as its file, else as its title. */
function idOf(address: string, file: string, title: string): string {
  const own = /zotero\.org\/styles\//.test(address) || !address.includes('/') ? styleId(address) : '';
  return [own, styleWords(file.replace(/^.*[\\/]/, '').replace(/\.csl$/i, '')), styleWords(title)].find((id) => ID.test(id)) ?? 'style';
}

/** Words as the ids of styles have them: small plain letters and hyphens. */
export const styleWords = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/&/g, ' and ').replace(/['’.]/g, '').replace(/[^a-z\d]+/g, '-').replace(/^-+|-+$/g, '');

/** Elements that are their text, also where it is empty or white space. */
const TEXTUAL = new Set(['term', 'single', 'multiple']);

function nodeOf(element: XmlNode): CslNode {
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : [nodeOf(child)]));
  const text = rawText(element);
  const holdsText = inner.length === 0 && (TEXTUAL.has(element.name) || text.trim() !== '');
  return { name: element.prefix === '' || element.prefix === 'cs' ? element.name : `${element.prefix}:${element.name}`, attrs: { ...element.attributes }, children: holdsText ? [text.replace(/\s*[\r\n]+\s*/g, ' ')] : inner };
}

