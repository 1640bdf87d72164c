import { useMemo } from 'react';
import type { Paper } from '../../../../src/model/paper.ts';
import { t } from '../../../messages/messages.ts';
import { openLink } from '../open-link.ts';
import { Authors } from '../reading/Authors.tsx';
import { SetSegments } from '../reading/SetText.tsx';
import { RatePaper } from '../../library/index.ts';
import { readText } from '../text/read.ts';
import { Chips } from './Chips.tsx';

/** The first letter is of a script written from right to left: then names and chips follow it. */
const RTL_FIRST = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Title, authors and chips of a paper. */
export function Heading({ paper, level = 1 }: { paper: Paper; level?: 1 | 2 }) {
  const Title = level === 1 ? 'h1' : 'h2';
  const title = useMemo(() => readText(paper.item.title ?? ''), [paper.item.title]);
  const doubts = Object.entries(paper.doubts ?? {});
  const long = title.text.length > 140;
  return (
    <header className="paper-heading" dir={RTL_FIRST.test(title.text) ? 'rtl' : undefined}>
      <Title dir="auto" className={long ? 'paper-title paper-title-long' : 'paper-title'}>
        {title.text === '' ? t('abstract.untitled') : title.blocks.map((block, at) => <span key={block.start}>{at > 0 && ' '}<SetSegments segments={block.segments} marks={[]} onLink={openLink} /></span>)}
      </Title>
      <Authors names={paper.item.author ?? []} />
      <RatePaper paper={paper.id} rating={paper.rating ?? 0} />
      <Chips paper={paper} />
      {doubts.map(([field, reason]) => <p key={field} className="paper-doubt">{t('abstract.doubt', { field, reason })}</p>)}
    </header>
  );
}
