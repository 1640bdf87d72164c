import type { EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { FindState } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { z } from 'zod';
import type { Found } from './viewer.ts';

/** What to look for; `again` goes on from the hit that is shown. */
export interface FindCall { query: string; matchCase: boolean; wholeWords: boolean; again: boolean; previous: boolean }

const Counts = z.object({ matchesCount: z.object({ current: z.number(), total: z.number() }) });
const State = Counts.extend({ state: z.number() });

/** Tells how many hits there are while pdf.js looks through the pages, and which one is shown. */
export function findIn(bus: EventBus, found: (found: Found) => void): void {
  let searching = false;
  bus.on('updatefindmatchescount', (event: unknown) => {
    const { matchesCount } = Counts.parse(event);
    found({ ...matchesCount, searching });
  });
  bus.on('updatefindcontrolstate', (event: unknown) => {
    const { matchesCount, state } = State.parse(event);
    searching = state === FindState.PENDING;
    found({ ...matchesCount, searching });
  });
}
