import { useCallback, useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { pageName, passageLink } from '../../../src/library/notes/quotes.ts';
import { wordsOfMark } from '../../../src/library/words-of-mark.ts';
import type { Annotation, Colour } from '../../../src/model/annotation.ts';
import type { Paper } from '../../../src/model/paper.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useReading } from '../../stores/reading.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { MarkPopover, MarkToolbar, shortReference, useColourName, useToolbarKeys } from '../marks/index.ts';
import { pageAs } from './reader.ts';
import { spotOf } from './mark-spot.ts';
import { useDrawn, useMade, useOpening, useTaken, useWanted } from './useMarks.ts';
import type { OpenMark } from './useMarks.ts';
import { useSelected } from './useSelected.ts';
import { useTool } from './useTool.ts';
import type { Viewer } from './viewer.ts';

interface Props { viewer: Viewer; container: RefObject<HTMLDivElement | null>; paper: Paper; attachment: string; marks: readonly Annotation[] }
type Kind = 'highlight' | 'underline' | 'strikeout';

/** The marks on the pages: drawn, made from selected words, opened by a click. */
export function Marks({ viewer, container, paper, attachment, marks }: Props) {
  const [open, setOpen] = useState<OpenMark | null>(null);
  const [words, setWords] = useSelected(container, viewer);
  const colour = useReading((state) => state.colour);
  const nameOf = useColourName();
  const flash = useWanted(viewer, marks, setOpen);
  useDrawn(viewer, container, marks, open?.id ?? null, flash);
  useOpening(container, setOpen);
  useTaken(viewer, marks);
  const [made, setMade] = useState<string | null>(null);
  useTool(viewer, container, paper.id, attachment, setMade);
  useMade(container, marks, made, setMade, setOpen);

  const mark = useCallback(async (kind: Kind, chosen: Colour, selected = words): Promise<string | null> => {
    useReading.setState({ colour: chosen });
    let first: string | null = null;
    for (const { page, quads, selector } of selected) {
      const done = await carryOut('annotation.add', { paper: paper.id, target: { type: 'pdf', attachment, ...pageAs(page), quads }, selector, kind, colour: chosen, comment: '' });
      first ??= done?.created[0] ?? null;
    }
    if (first !== null) { document.getSelection()?.removeAllRanges(); setWords([]); }
    return first;
  }, [words, paper.id, attachment, setWords]);
  const spot = spotOf(container.current, words.at(-1)?.box ?? null);
  const comment = useCallback(async () => {
    const place = spotOf(container.current, words.at(-1)?.box ?? null);
    const id = await mark('highlight', useReading.getState().colour);
    if (id !== null && place !== null) setOpen({ id, ...place });
  }, [mark, words, container]);
  const copy = useCallback(async () => {
    if (words.length === 0) return;
    const links = [paper.item.DOI === undefined ? paper.item.URL : `https://doi.org/${paper.item.DOI}`, passageLink(paper.citationKey)];
    const quote = t('abstract.quote', { words: words.map(({ selector }) => wordsOfMark(selector.exact)).join(' '), source: t('pdf.sourcePage', { source: shortReference(paper.item), page: pageName(pageAs(words[0]?.page ?? 1)) }) });
    const answer = await call('clipboard.write', { text: [quote, ...links].filter((part) => part !== undefined).join(' ') });
    if (answer.ok) say('abstract.quoteCopied');
    else sayError(answer.error);
  }, [words, paper]);

  useToolbarKeys(words.length > 0, (chosen) => void mark('highlight', chosen));
  useEffect(() => {
    const hands = { mark: (kind: 'highlight' | 'underline') => void mark(kind, useReading.getState().colour), comment: () => void comment(), copy: () => void copy() };
    useReading.setState({ hands });
    return () => { if (useReading.getState().hands === hands) useReading.setState({ hands: null }); };
  }, [mark, comment, copy]);

  const opened = marks.find(({ id }) => id === open?.id) ?? null;
  return (
    <div className="pdf-floating">
      {spot !== null && opened === null && <MarkToolbar {...spot} last={colour} nameOf={nameOf} mark={(chosen) => void mark('highlight', chosen)} underline={() => void mark('underline', colour)} strike={() => void mark('strikeout', colour)} comment={() => void comment()} copy={() => void copy()} />}
      {open !== null && opened !== null && (
        <MarkPopover key={opened.id} mark={opened} left={open.left} top={open.top} nameOf={nameOf} onClose={() => { setOpen(null); container.current?.focus({ preventScroll: true }); }}
          onEdit={(set) => void carryOut('annotation.edit', { annotation: opened.id, ...set })} onDelete={() => { setOpen(null); void carryOut('annotation.delete', { annotation: opened.id }); }} />
      )}
    </div>
  );
}
