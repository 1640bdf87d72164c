import type { EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { FindState } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { z } from 'zod';
import { spaced } from '../../stores/spaced.ts';
import type { Found } from './viewer.ts';

/** What to look for; `again` goes on from the hit that is shown. */
export interface FindCall { query: string; matchCase: boolean; wholeWords: boolean; again: boolean; previous: boolean }

const Counts = z.object({ matchesCount: z.object({ current: z.number(), total: z.number() }) });
const State = Counts.extend({ state: z.number() });

/** Tells how many hits there are while pdf.js looks through the pages, and which one is shown. */
export function findIn(bus: EventBus, found: (found: Found) => void): void {
  let searching = false;
  let last: Found = { current: 0, total: 0, searching: false };
  const tell = spaced(() => { found(last); });
  bus.on('updatefindmatchescount', (event: unknown) => {
    last = { ...Counts.parse(event).matchesCount, searching };
    tell();
  });
  bus.on('updatefindcontrolstate', (event: unknown) => {
    const { matchesCount, state } = State.parse(event);
    searching = state === FindState.PENDING;
    last = { ...matchesCount, searching };
    tell();
  });
}
