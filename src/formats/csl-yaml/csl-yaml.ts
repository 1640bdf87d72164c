import { stringify } from 'yaml';
import { cslJson, cslJsonOf } from '../csl-json/csl-json.ts';
import type { Format, Outgoing, Reading } from '../format.ts';
import { indented, inSteps, pieceByPiece } from '../steps.ts';
import { parseYaml } from '../yaml.ts';
import { withCslDates } from './dates.ts';

/** CSL items in YAML, as pandoc takes them: a list, or one under `references` in a document's metadata. */
export const cslYaml: Format = { name: 'csl-yaml', extensions: ['yaml', 'yml'], recognise: (head) => (/^(?:---\s*\n)?(?:references:\s*\n)?\s*- (?:[\w-]+:)/.test(head) && /^\s*(?:- )?type: *\S/m.test(head) && /^\s*(?:- )?(?:title|author|issued):/m.test(head) ? 0.93 : 0), read, ...inSteps((papers) => pieceByPiece(papers, piece, { before: `---\nreferences:${papers.length === 0 ? ' []' : ''}\n`, between: '', after: '...\n' })) };

function read(text: string): Reading {
  const body = text.replace(/^\ufeff/, '').replace(/^(---\s*\n[\s\S]*?\n)(?:---|\.\.\.)\s*(?:\n[\s\S]*)?$/, '$1');
  try {
    const value: unknown = parseYaml(body);
    const list: unknown = typeof value === 'object' && value !== null && 'references' in value ? value.references : value;
    return cslJson.read?.(JSON.stringify(Array.isArray(list) ? list.map(withCslDates) : (list ?? []))) ?? empty([]);
  } catch (error) {
    return empty([{ severity: 'error', message: `This is not YAML: ${error instanceof Error ? error.message : String(error)}` }]);
  }
}

const empty = (problems: Reading['problems']): Reading => ({ drafts: [], problems, leftOut: [], origin: {} });

/** One reference of the list; JSON takes away what is undefined. */
const piece = (paper: Outgoing): string => indented(stringify([JSON.parse(JSON.stringify(cslJsonOf(paper)))], { lineWidth: 0 }));
