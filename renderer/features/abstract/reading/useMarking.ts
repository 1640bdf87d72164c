import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import { selectorFor } from '../../../../src/library/anchor.ts';
import { passageLink } from '../../../../src/library/notes/quotes.ts';
import type { Colour } from '../../../../src/model/annotation.ts';
import type { Paper } from '../../../../src/model/paper.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { useReading } from '../../../stores/reading.ts';
import { say, sayError } from '../../../stores/toasts.ts';
import { shortReference } from '../../marks/index.ts';
import { quoteInNote, quoteWords } from './quote-in-note.ts';
import type { SetText } from '../text/read.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { PlacedMarks } from './marks.ts';
import { selectedOffsets, trimmed } from './selection.ts';
import type { Offsets } from './selection.ts';

type Kind = 'highlight' | 'underline';

/** The selected words, followed while the pointer is up (a toolbar that flickers along is of no use). */
function useSelectedWords(page: RefObject<HTMLElement | null>, text: string, active: boolean): [Offsets | null, (words: Offsets | null) => void] {
  const [words, setWords] = useState<Offsets | null>(null);
  useEffect(() => {
    if (!active) return setWords(null);
    let held = false;
    const look = (): void => {
      if (held || page.current === null) return;
      const found = selectedOffsets(page.current);
      setWords(found === null ? null : trimmed(text, found));
    };
    const hold = (): void => { held = true; };
    const release = (): void => { held = false; requestAnimationFrame(look); };
    document.addEventListener('selectionchange', look);
    document.addEventListener('pointerdown', hold);
    document.addEventListener('pointerup', release);
    return () => {
      document.removeEventListener('selectionchange', look);
      document.removeEventListener('pointerdown', hold);
      document.removeEventListener('pointerup', release);
    };
  }, [page, text, active]);
  return [words, setWords];
}

/** Making marks: by selection, and by stepping through sentences with keys alone. Of many abstracts on a page only the `active` one listens. */
export function useMarking(page: RefObject<HTMLElement | null>, paper: Paper, read: SetText, placed: PlacedMarks, openMark: (id: string, part: 'comment' | 'tags') => void, active: boolean) {
  const [words, setWords] = useSelectedWords(page, read.text, active);
  const [at, setAt] = useState<number | null>(null);
  const sentences = useMemo(() => sentencesOf(read), [read]);
  const sentence = at === null ? null : sentences[at] ?? null;

  const target = words ?? sentence;
  const mark = useCallback(async (kind: Kind, colour: Colour): Promise<string | null> => {
    if (target === null) {
      if (sentences.length > 0) setAt(0);
      return null;
    }
    useReading.setState({ colour });
    const same = placed.here.find(({ mark: known, start, end }) => known.kind === kind && start === target.start && end === target.end)?.mark;
    if (same !== undefined) {
      // The same words again: their colour is what is meant.
      if (same.colour !== colour) await carryOut('annotation.edit', { annotation: same.id, colour });
      return same.id;
    }
    const done = await carryOut('annotation.add', { paper: paper.id, target: { type: 'abstract' }, selector: selectorFor(read.text, target.start, target.end), kind, colour, comment: '' });
    if (done === null) return null;
    document.getSelection()?.removeAllRanges();
    setWords(null);
    return done.created[0] ?? null;
  }, [target, sentences, placed, paper.id, read.text, setWords]);

  const comment = useCallback(async () => {
    const id = await mark('highlight', useReading.getState().colour);
    if (id !== null) openMark(id, 'comment');
  }, [mark, openMark]);

  const tag = useCallback(async () => {
    const id = await mark('highlight', useReading.getState().colour);
    if (id !== null) openMark(id, 'tags');
  }, [mark, openMark]);

  const quote = useCallback(async () => {
    const { colour } = useReading.getState();
    const known = placed.here.some(({ mark: { kind }, start, end }) => kind === 'highlight' && start === target?.start && end === target.end);
    if (target === null || known) {
      const id = await mark('highlight', colour);
      if (id !== null) await quoteInNote(paper.id, id);
    } else if (await quoteWords({ paper: paper.id, target: { type: 'abstract' }, selector: selectorFor(read.text, target.start, target.end), kind: 'highlight', colour, comment: '' })) {
      document.getSelection()?.removeAllRanges();
      setWords(null);
    }
  }, [mark, paper.id, placed, read.text, setWords, target]);

  const copy = useCallback(async () => {
    if (target === null) return;
    const here = placed.here.find(({ start, end }) => start === target.start && end === target.end)?.mark.id;
    const links = [paper.item.DOI === undefined ? paper.item.URL : `https://doi.org/${paper.item.DOI}`, passageLink(paper.citationKey, here)];
    const quote = t('abstract.quote', { words: read.text.slice(target.start, target.end), source: shortReference(paper.item) });
    const answer = await call('clipboard.write', { text: [quote, ...links].filter((part) => part !== undefined).join(' ') });
    if (answer.ok) say('abstract.quoteCopied');
    else sayError(answer.error);
  }, [target, paper, placed, read.text]);

  const step = useCallback((by: 1 | -1) => {
    document.getSelection()?.removeAllRanges();
    setAt((now) => (sentences.length === 0 ? null : now === null ? (by === 1 ? 0 : sentences.length - 1) : Math.min(sentences.length - 1, Math.max(0, now + by))));
  }, [sentences]);

  useEffect(() => {
    if (!active) return setAt(null);
    const hands = { mark: (kind: Kind) => void mark(kind, useReading.getState().colour), comment: () => void comment(), copy: () => void copy(), tag: () => void tag(), quote: () => void quote(), step };
    useReading.setState({ hands });
    return () => { if (useReading.getState().hands === hands) useReading.setState({ hands: null }); };
  }, [mark, comment, copy, tag, quote, step, active]);

  return { words, sentence, leaveSentence: () => { setAt(null); }, mark, comment, copy, tag, quote, step };
}
