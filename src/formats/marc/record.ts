import { childrenOf, outermost, parseXml, textOf } from '../xml/tree.ts';
import type { Problem } from '../format.ts';

/** A field of a MARC 21 record: control fields have only `value`. */
export interface MarcField { tag: string; first: string; second: string; value: string; parts: [code: string, text: string][] }
export interface MarcRecord { leader: string; fields: MarcField[]; line: number }

/** Records of MARCXML (MARC21/slim), alone or inside anything else. */
export function marcXmlRecords(text: string): { records: MarcRecord[]; problems: Problem[] } {
  const { root, problems } = parseXml(text);
  const records = outermost(root, (node) => node.name === 'record' && node.children.some((child) => typeof child !== 'string' && /^(?:datafield|controlfield)$/.test(child.name)));
  return {
    problems,
    records: records.map((record) => ({
      leader: textOf(childrenOf(record, 'leader')[0]), line: record.line,
      fields: record.children.flatMap((node): MarcField[] => (typeof node === 'string' || node.name === 'leader' ? [] : [{
        tag: node.attributes['tag'] ?? '', first: node.attributes['ind1'] ?? ' ', second: node.attributes['ind2'] ?? ' ', value: node.name === 'controlfield' ? textOf(node) : '',
        parts: childrenOf(node, 'subfield').map((part): [string, string] => [part.attributes['code'] ?? '', textOf(part)]),
      }])),
    })),
  };
}

/** Records of ISO 2709. Fields are taken in the order of the directory, so that lengths counted wrongly do no harm. */
export function isoRecords(text: string): MarcRecord[] {
  return text.split('\x1d').map((record) => record.replace(/^[\s\ufeff]+/, '')).filter((record) => record.length > 24).map((record) => {
    const [head = '', ...data] = record.split('\x1e');
    const directory = head.slice(24).match(/.{12}/g) ?? [];
    return { leader: head.slice(0, 24), line: 1, fields: directory.map((entry, at) => fieldOf(entry.slice(0, 3), data[at] ?? '')) };
  });
}

function fieldOf(tag: string, data: string): MarcField {
  if (tag < '010') return { tag, first: ' ', second: ' ', value: data, parts: [] };
  const [indicators = '', ...parts] = data.split('\x1f');
  return { tag, first: indicators.charAt(0), second: indicators.charAt(1), value: '', parts: parts.map((part): [string, string] => [part.charAt(0), part.slice(1).trim()]) };
}
