import { useMemo, useState } from 'react';
import type { PaperDetail } from '../../../../src/contract/views.ts';
import { t } from '../../../messages/messages.ts';
import { readText } from '../text/read.ts';
import { Orphans } from './Orphans.tsx';
import { AbstractText } from './AbstractText.tsx';
import { placeMarks } from './marks.ts';
import type { DrawnMark } from './SetText.tsx';

/** The abstract of a paper with its marks, wherever it is shown. Only an `active` one listens to selections and keys; `also` is drawn besides the marks. */
export function AbstractBody({ detail: { paper, annotations }, active = true, also }: { detail: PaperDetail; active?: boolean; also?: readonly DrawnMark[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const read = useMemo(() => readText(paper.item.abstract ?? ''), [paper.item.abstract]);
  const placed = useMemo(() => placeMarks(read.text, annotations), [read, annotations]);
  return (
    <>
      {read.text === ''
        ? <div className="abstract-missing"><p>{t('abstract.missing')}</p></div>
        : <AbstractText paper={paper} read={read} placed={placed} open={open} setOpen={setOpen} active={active} {...(also === undefined ? {} : { also })} />}
      <Orphans marks={placed.orphans} citationKey={paper.citationKey} />
    </>
  );
}
