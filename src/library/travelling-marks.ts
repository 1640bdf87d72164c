import type { Annotation, TravellingMark } from '../model/annotation.ts';
import type { Id } from '../model/id.ts';
import { under } from './multi-map.ts';
import { inPlaceOrder } from './notes/quotes.ts';
import type { LibraryState } from './state.ts';

/** The marks of a paper as they leave with it; `files` are its files in the order in which they leave. Marks on a file that is gone stay behind. */
export function annotationsOf(state: LibraryState, paper: Id, files: readonly Id[]): TravellingMark[] {
  const marks = [...under(state.index.annotation, paper)].flatMap((mark) => state.annotation.get(mark) ?? []);
  return inPlaceOrder(marks).flatMap(({ target, tags, selector, kind, colour, comment, orphan, origin, added, changed }): TravellingMark[] => {
    const mark = { selector, kind, colour, comment, ...(orphan === undefined ? {} : { orphan }), ...(origin === undefined ? {} : { origin }), added, changed };
    const names = tags.flatMap((tag) => state.tag.get(tag)?.name ?? []);
    if (target.type === 'abstract') return [{ ...mark, target, tags: names }];
    const file = files.indexOf(target.attachment);
    return file < 0 ? [] : [{ ...mark, target: { type: 'pdf', file, ...placeIn(target) }, tags: names }];
  });
}

/** A mark that came with a paper, on the file it lies on (`files`: ids by the file's place); null where that did not come. */
export function targetOf({ target }: Pick<TravellingMark, 'target'>, files: readonly Id[]): Annotation['target'] | null {
  if (target.type === 'abstract') return target;
  const attachment = files[target.file];
  return attachment === undefined ? null : { type: 'pdf', attachment, ...placeIn(target) };
}

const placeIn = ({ page, label, quads }: Annotation['target'] & { type: 'pdf' } | TravellingMark['target'] & { type: 'pdf' }): Pick<Annotation['target'] & { type: 'pdf' }, 'page' | 'label' | 'quads'> => ({ page, ...(label === undefined ? {} : { label }), quads });

/** Whether two marks are one: of a kind, on the same words at the same place. */
export const sameMark = (a: Pick<Annotation, 'kind' | 'target' | 'selector'>, b: Pick<Annotation, 'kind' | 'target' | 'selector'>): boolean => JSON.stringify(placeOf(a)) === JSON.stringify(placeOf(b));

const placeOf = ({ kind, target, selector }: Pick<Annotation, 'kind' | 'target' | 'selector'>): unknown[] => [kind, selector.exact, selector.start, ...(target.type === 'pdf' ? [target.attachment, target.page, target.quads] : [])];
