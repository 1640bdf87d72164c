import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { PdfPlace } from '../../../src/contract/pdf-place.ts';
import { call } from '../../client/client.ts';
import { openPdf, troubleOf } from './open.ts';
import type { PdfTrouble } from './open.ts';
import { useReader } from './reader.ts';
import { showPdf } from './viewer.ts';

/** A file that waits for its password; `turn` counts the tries. */
export interface Locked { give: (password: string) => void; wrong: boolean; turn: number }

/** A place counts once the reader rests there. */
const REST = 800;

/** Opens an attachment in the container and puts its viewer in the reader's store, at the place where reading stopped. Another `turn` tries again. */
export function usePdf(attachment: string, container: RefObject<HTMLDivElement | null>, turn: number): { trouble: PdfTrouble | null; locked: Locked | null } {
  const [trouble, setTrouble] = useState<PdfTrouble | null>(null);
  const [locked, setLocked] = useState<Locked | null>(null);
  useEffect(() => {
    let gone = false;
    let tries = 0;
    let password: string | null = null;
    setTrouble(null);
    setLocked(null);
    useReader.setState({ viewer: null, shown: null, finding: null });
    const place = keeper(attachment);
    const opening = openPdf(`app://sheaf/file/${attachment}`, (give, wrong) => { if (!gone) setLocked({ give: (given) => { password = given; give(given); }, wrong, turn: ++tries }); });
    const show = async (): Promise<void> => {
      const [document, start] = await Promise.all([opening.document, call('attachment.place', { id: attachment })]);
      if (gone || container.current === null) return;
      setLocked(null);
      const viewer = showPdf(container.current, document, start.ok ? start.value : null, { shown: (shown) => { useReader.setState({ shown }); }, found: (found) => { useReader.setState({ found }); }, moved: place.moved });
      useReader.setState({ viewer, attachment, password });
    };
    show().catch((error: unknown) => { if (!gone) setTrouble(troubleOf(error)); });
    return () => {
      gone = true;
      place.end();
      useReader.getState().viewer?.close();
      useReader.setState({ viewer: null, attachment: null, password: null, shown: null });
      opening.close();
    };
  }, [attachment, container, turn]);
  return { trouble, locked };
}

/** Keeps where the reader is when it rests, and at the end. */
function keeper(attachment: string): { moved: (place: PdfPlace) => void; end: () => void } {
  let last: PdfPlace | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    if (last !== null) void call('attachment.setPlace', { id: attachment, place: last });
    last = null;
  };
  return {
    moved: (place) => { last = place; clearTimeout(timer); timer = setTimeout(keep, REST); },
    end: () => { clearTimeout(timer); keep(); },
  };
}
