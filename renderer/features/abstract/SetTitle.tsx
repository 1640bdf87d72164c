import { useMemo } from 'react';
import { openLink } from './open-link.ts';
import { SetSegments } from './reading/SetText.tsx';
import { readText } from './text/read.ts';

/** Whether a title may hold a formula: only then is it worth setting. */
const MATH = /\$|\\\(|\\[a-zA-Z]/;

/** A title in a line of a list, its formulas set. */
export const SetTitle = ({ title }: { title: string }) => (MATH.test(title) ? <Formulas title={title} /> : title);

function Formulas({ title }: { title: string }) {
  const read = useMemo(() => readText(title), [title]);
  return read.blocks.map((block, at) => <span key={block.start} className="title-set">{at > 0 && ' '}<SetSegments segments={block.segments} marks={[]} onLink={openLink} /></span>);
}
