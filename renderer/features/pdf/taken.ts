import { boundsOf } from '../../../src/library/quads.ts';
import type { Box } from '../../../src/library/quads.ts';
import type { Annotation } from '../../../src/model/annotation.ts';
import { z } from 'zod';
import type { Viewer } from './viewer.ts';

/** Points by which two boxes may differ that are meant to be one. */
const NEAR = 1.5;
const MARKS = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Text', 'FreeText', 'Square', 'Circle']);
const Raw = z.looseObject({ id: z.string(), subtype: z.string().catch(''), rect: z.array(z.number()).length(4), quadPoints: z.unknown().optional() });

/** `follow` says which marks the library has now; `end` stops listening. */
export interface Taken { follow: (marks: readonly Annotation[]) => Promise<void>; end: () => void }

/** Keeps annotations of the file that became marks of the library from being shown twice. */
export function hideTaken(viewer: Viewer): Taken {
  const hidden = new Set<string>();
  const hideIcons = (): void => viewer.pages.container.querySelectorAll<HTMLElement>('.annotationLayer [data-annotation-id]').forEach((element) => { element.hidden = hidden.has((element.dataset['annotationId'] ?? '').replace(/^popup_/, '')); });
  viewer.bus.on('annotationlayerrendered', hideIcons);
  return {
    async follow(marks) {
      const wanted = await twice(viewer, marks);
      const changed = [...wanted].some((id) => !hidden.has(id)) || [...hidden].some((id) => !wanted.has(id));
      if (!changed) return;
      const { annotationStorage } = viewer.document;
      for (const id of hidden) if (!wanted.has(id)) { hidden.delete(id); annotationStorage.remove(id); }
      for (const id of wanted) { hidden.add(id); annotationStorage.setValue(id, { noView: true }); }
      viewer.pages.refresh();
      hideIcons();
    },
    end: () => { viewer.bus.off('annotationlayerrendered', hideIcons); },
  };
}

/** The file's annotations that stand where marks of the library do. */
async function twice(viewer: Viewer, marks: readonly Annotation[]): Promise<Set<string>> {
  const found = new Set<string>();
  const places = marks.flatMap(({ target }) => (target.type === 'pdf' && target.quads.length > 0 ? [{ page: target.page, box: boundsOf(target.quads) }] : []));
  for (const page of new Set(places.map((one) => one.page))) {
    if (page > viewer.document.numPages) continue;
    for (const one of await (await viewer.document.getPage(page)).getAnnotations()) {
      const raw = Raw.safeParse(one);
      if (!raw.success || !MARKS.has(raw.data.subtype)) continue;
      const box = boxOf(raw.data);
      if (places.some((place) => place.page === page && near(place.box, box))) found.add(raw.data.id);
    }
  }
  return found;
}

function boxOf({ rect, quadPoints }: z.output<typeof Raw>): Box {
  const points = quadPoints instanceof Float32Array && quadPoints.length >= 8 ? [...quadPoints] : rect;
  return boundsOf([points]);
}

const near = (one: Box, other: Box): boolean => (['left', 'bottom', 'right', 'top'] as const).every((side) => Math.abs(one[side] - other[side]) < NEAR);
