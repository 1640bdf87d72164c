import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { cover } from '../text/cover.ts';
import type { Placed } from '../text/cover.ts';
import type { Block, Segment, SetText as Read } from '../text/read.ts';
import type { Style } from '../text/tags.ts';
import { Formula } from './Formula.tsx';

/** A mark as it is drawn: its place, and the classes of its colour and kind. */
export interface DrawnMark extends Placed { look: string }

const ELEMENTS: Record<Style, 'i' | 'b' | 'sup' | 'sub' | 'code' | 'u' | 'span'> = { italic: 'i', bold: 'b', sup: 'sup', sub: 'sub', code: 'code', underline: 'u', smallcaps: 'span', inline: 'span' };
/** "BACKGROUND: …", as PubMed writes a structured abstract. */
const LEAD = /^(?:[A-Z][A-Z /&,-]{3,40}|Background|Objectives?|Aims?|Methods?|Design|Setting|Results?|Findings?|Conclusions?|Interpretation|Introduction|Purpose|Significance|Discussion|Motivation):(?=\s)/;

interface Props { read: Read; marks: readonly DrawnMark[]; onLink: (url: string) => void }

/** Blocks of text with formulas, links and marks. Every stretch carries its offset (`data-start`), so that a selection can be found again. */
export const SetBlocks = memo(function SetBlocks({ read, marks, onLink }: Props) {
  return read.blocks.map((block) => <SetBlock key={block.start} block={block} marks={marks} onLink={onLink} />);
});

function SetBlock({ block, marks, onLink }: { block: Block; marks: readonly DrawnMark[]; onLink: (url: string) => void }) {
  const lead = block.kind === 'paragraph' ? (LEAD.exec(block.segments[0]?.text ?? '')?.[0].length ?? 0) : 0;
  const placed = lead === 0 ? marks : [...marks, { id: 'lead', start: block.start, end: block.start + lead, look: 'lead-in' }];
  const inner = <SetSegments segments={block.segments} marks={placed} onLink={onLink} />;
  if (block.kind === 'heading') return <h3 dir="auto" className="set-heading">{inner}</h3>;
  return <p dir="auto" className={block.kind === 'item' ? 'set-item' : 'set-paragraph'}>{inner}</p>;
}

/** The segments of one block; for titles also used alone. */
export function SetSegments({ segments, marks, onLink }: { segments: readonly Segment[]; marks: readonly DrawnMark[]; onLink: (url: string) => void }) {
  return segments.map((segment) => <SetSegment key={segment.start} segment={segment} marks={marks} onLink={onLink} />);
}

function SetSegment({ segment, marks, onLink }: { segment: Segment; marks: readonly DrawnMark[]; onLink: (url: string) => void }) {
  const inner = segment.math === null ? <Words segment={segment} marks={marks} /> : <SetFormula segment={segment} math={segment.math} marks={marks} />;
  const styled = segment.styles.reduce<ReactNode>((held, style) => {
    const Element = ELEMENTS[style];
    return <Element className={`set-${style}`}>{held}</Element>;
  }, inner);
  const href = segment.href;
  if (href === null) return styled;
  return <a href={href} className="set-link" title={href} onClick={(event) => { event.preventDefault(); onLink(href); }}>{styled}</a>;
}

function Words({ segment, marks }: { segment: Segment; marks: readonly DrawnMark[] }) {
  return cover(segment.start, segment.end, marks).map((part) => (
    <Stretch key={part.start} start={part.start} end={part.end} marks={marks} ids={part.marks}>{segment.text.slice(part.start - segment.start, part.end - segment.start)}</Stretch>
  ));
}

function SetFormula({ segment, math, marks }: { segment: Segment; math: NonNullable<Segment['math']>; marks: readonly DrawnMark[] }) {
  const ids = marks.filter((mark) => mark.start < segment.end && mark.end > segment.start).map((mark) => mark.id);
  return <Stretch start={segment.start} end={segment.end} marks={marks} ids={ids} whole><Formula tex={math.tex} source={segment.text} display={math.display} /></Stretch>;
}

/** A stretch under the same marks. `whole`: a formula, which a selection takes or leaves as one. */
function Stretch({ start, end, marks, ids, whole = false, children }: { start: number; end: number; marks: readonly DrawnMark[]; ids: readonly string[]; whole?: boolean; children: ReactNode }) {
  const place = { 'data-start': start, 'data-end': end, ...(whole ? { 'data-whole': '' } : {}) };
  if (ids.length === 0) return <span {...place}>{children}</span>;
  const looks = marks.filter((mark) => ids.includes(mark.id));
  const real = looks.filter((mark) => mark.look.startsWith('mark-'));
  const classes = looks.map((mark) => mark.look).join(' ');
  if (real.length === 0) return <span {...place} className={classes}>{children}</span>;
  return <mark {...place} className={classes} style={stripes(real)} data-marks={real.map((mark) => mark.id).join(' ')}>{children}</mark>;
}

/** Where several highlights lie over each other, each keeps a stripe of its colour. */
function stripes(marks: readonly DrawnMark[]): CSSProperties {
  const colours = marks.flatMap((mark) => /mark-fill mark-(\w+)/.exec(mark.look)?.[1] ?? []);
  if (colours.length < 2) return {};
  const share = 100 / colours.length;
  const stops = colours.map((colour, at) => `var(--mark-${colour}) ${String(at * share)}% ${String((at + 1) * share)}%`);
  return { background: `linear-gradient(to bottom, ${stops.join(', ')})` };
}
