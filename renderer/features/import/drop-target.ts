import type { Status } from '../../../src/model/paper.ts';
import { STATUSES } from '../../../src/model/paper.ts';
import type { Into } from './import-store.ts';

/** What files hang over: a paper takes them (`any`: also those that list references), a place of the sidebar is where their papers go. */
export interface Target { element: HTMLElement; name: string; paper: string | null; any: boolean; into: Into }

const isStatus = (word: string): word is Status => STATUSES.some((one) => one === word);

/** The paper or place at a point of the window, as its `data-drop` names it; null elsewhere. */
export function targetAt(at: EventTarget | null): Target | null {
  const element = at instanceof Element ? at.closest<HTMLElement>('[data-drop]') : null;
  const [kind = '', id = ''] = element?.dataset['drop']?.split(':') ?? [];
  if (element === null || id === '') return null;
  const into: Into = { ...(kind === 'collection' ? { collection: id } : {}), ...(kind === 'tag' ? { tag: id } : {}), ...(kind === 'status' && isStatus(id) ? { status: id } : {}) };
  return { element, name: element.dataset['dropName'] ?? '', paper: kind === 'paper' || kind === 'files' ? id : null, any: kind === 'files', into };
}

let marked: HTMLElement | null = null;

/** Shows which target would take what hangs over the window. */
export function mark(target: Target | null): void {
  if (marked === (target?.element ?? null)) return;
  marked?.removeAttribute('data-over');
  marked = target?.element ?? null;
  marked?.setAttribute('data-over', '');
}
