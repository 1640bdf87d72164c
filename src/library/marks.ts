import type { Change } from '../model/change.ts';
import type { Annotation } from '../model/annotation.ts';
import { plainAbstract } from './abstract-text.ts';
import { anchor, selectorFor } from './anchor.ts';
import { equal } from './equal.ts';
import { under } from './multi-map.ts';
import type { LibraryState } from './state.ts';

/** How the marks on a paper's abstract follow when it is rewritten: they keep to their words, or become orphans. */
export function marksOnNewAbstract(state: LibraryState, paper: string, abstract: string): Change[] {
  const marks = [...under(state.index.annotation, paper)].flatMap((id) => state.annotation.get(id) ?? []).filter((mark) => mark.target.type === 'abstract');
  if (marks.length === 0) return [];
  const text = plainAbstract(abstract);
  return marks.flatMap((mark) => follow(mark, text));
}

/** How one mark follows to another text. */
export function follow(mark: Annotation, text: string): Change[] {
  const place = anchor(text, mark.selector);
  // An orphan keeps its selector: its words may come back.
  const selector = place ? selectorFor(text, place.start, place.end) : mark.selector;
  const orphan = place ? null : true;
  if (equal(selector, mark.selector) && equal(orphan, mark.orphan)) return [];
  return [{ op: 'set', table: 'annotation', id: mark.id, before: { selector: mark.selector, orphan: mark.orphan ?? null }, after: { selector, orphan } }];
}
