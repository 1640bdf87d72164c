import { Parser } from 'htmlparser2';
import { findSpans, safeUrl } from './spans.ts';
import type { Found } from './spans.ts';
import { meaning } from './tags.ts';
import type { Meaning, Style } from './tags.ts';

/** A stretch of text set in one way. `start` and `end` are UTF-16 units into the plain text of the whole. */
export interface Segment { start: number; end: number; text: string; styles: Style[]; href: string | null; math: { tex: string; display: boolean } | null }
export interface Block { kind: 'paragraph' | 'heading' | 'item'; start: number; end: number; segments: Segment[] }
/** A text ready to be set: `text` is the plain text that offsets of annotations count in. */
export interface SetText { text: string; blocks: Block[] }

interface Run { text: string; styles: Style[]; href: string | null }
interface RawBlock { kind: Block['kind']; runs: Run[] }

/** Between two blocks of the plain text. */
const GAP = '\n\n';
const LONGEST = 100_000;
/** Some publishers put each formula in a TeX document of its own. */
const PREAMBLE = /\\documentclass[\s\S]*?\\begin\{document\}|\\end\{document\}/g;

/** Reads an abstract or a title as it came (plain text, TeX, HTML, JATS) into blocks of allow-listed structure. The source is
 *  untrusted: elements only ever become one of our own styles, attributes are ignored but for http(s) links. */
export function readText(raw: string): SetText {
  const blocks: Block[] = [];
  let text = '';
  for (const block of rawBlocks(raw.slice(0, LONGEST))) {
    const runs = squeeze(block.runs);
    if (runs.length === 0) continue;
    if (text !== '') text += GAP;
    const start = text.length;
    text += runs.map((run) => run.text).join('');
    blocks.push({ kind: block.kind, start, end: text.length, segments: segmentsOf(runs, start) });
  }
  return { text, blocks };
}

function rawBlocks(raw: string): RawBlock[] {
  const blocks: RawBlock[] = [];
  let kind: Block['kind'] = 'paragraph';
  let runs: Run[] = [];
  const styles: Style[] = [];
  const links: (string | null)[] = [];
  let dropped = 0;
  let alternatives = 0;
  // Of two forms of one formula the TeX is taken.
  const sense = (name: string): Meaning | null => (alternatives > 0 && /^(?:\w+:)?math$/.test(name) ? { drop: true } : meaning(name));
  const flush = (next: Block['kind']): void => {
    const empty = runs.every((run) => run.text.trim() === '');
    if (!empty) blocks.push({ kind, runs });
    runs = [];
    // A paragraph that opens an item is that item.
    kind = empty && kind === 'item' && next === 'paragraph' ? 'item' : next;
  };
  const say = (text: string): void => {
    if (dropped === 0 && text !== '') runs.push({ text, styles: [...new Set(styles)], href: links.at(-1) ?? null });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const means = sense(name);
      if (means === null || 'plain' in means) return;
      if ('drop' in means) dropped++;
      else if ('alternatives' in means) alternatives++;
      else if ('style' in means) styles.push(means.style);
      else if ('link' in means) links.push(safeUrl(attributes['href'] ?? attributes['xlink:href'] ?? ''));
      else if (means.block === 'break') say('\n');
      else flush(means.block);
    },
    onclosetag(name) {
      const means = sense(name);
      if (means === null || 'plain' in means) return;
      if ('alternatives' in means) alternatives--;
      else if ('drop' in means) dropped = Math.max(0, dropped - 1);
      else if ('style' in means) styles.splice(styles.lastIndexOf(means.style), styles.includes(means.style) ? 1 : 0);
      else if ('link' in means) links.pop();
      else if (means.block !== 'break') flush('paragraph');
    },
    ontext(text) {
      text.split(/\n[ \t\r]*\n\s*/).forEach((part, at) => {
        if (at > 0 && dropped === 0) flush('paragraph');
        say(part);
      });
    },
  }, { decodeEntities: true, recognizeSelfClosing: true });
  parser.write(literalAngles(raw));
  parser.end();
  flush('paragraph');
  return blocks;
}

/** A `<` that opens no known element ("p<0.05", "a<b") is text. */
function literalAngles(raw: string): string {
  return raw.replace(PREAMBLE, '').replace(/<(?!!--)(\/?([a-zA-Z][\w:-]*)(?=[\s/>])|)/g, (whole, _tag: string, name: string | undefined) => (name !== undefined && meaning(name) !== null ? whole : `&lt;${whole.slice(1)}`));
}

/** White space as a page sets it: one space for any, none at the ends of a block. */
function squeeze(runs: Run[]): Run[] {
  const out: Run[] = [];
  let space = true;
  for (const run of runs) {
    let text = run.text.replace(/\s+/g, ' ');
    if (space) text = text.replace(/^ /, '');
    if (text === '') continue;
    space = text.endsWith(' ');
    out.push({ ...run, text });
  }
  const last = out.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return last?.text === '' ? squeeze(out.slice(0, -1)) : out;
}

function segmentsOf(runs: Run[], start: number): Segment[] {
  const text = runs.map((run) => run.text).join('');
  const found = findSpans(text);
  const segments: Segment[] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    segments.push(...cutRun(run, at, end, found, text));
    at = end;
  }
  return segments.map((segment) => ({ ...segment, start: segment.start + start, end: segment.end + start }));
}

/** The part of one run between its formulas and addresses; a formula that began in this run belongs to it whole. */
function cutRun(run: Run, from: number, to: number, found: Found[], text: string): Segment[] {
  const segments: Segment[] = [];
  const add = (start: number, end: number, more: Partial<Segment>): void => {
    if (end > start) segments.push({ start, end, text: text.slice(start, end), styles: run.styles, href: run.href, math: null, ...more });
  };
  let at = from;
  for (const span of found) {
    if (span.end <= from || span.start >= to) continue;
    add(at, Math.min(span.start, to), {});
    if (span.kind === 'link') add(Math.max(span.start, from), Math.min(span.end, to), { href: run.href ?? span.href });
    else if (span.start >= from) add(span.start, span.end, { math: { tex: span.tex, display: span.display && !run.styles.includes('inline') } });
    at = Math.max(at, Math.min(span.end, to));
  }
  add(at, to, {});
  return segments;
}
