import type { Selection } from '../../src/contract/views.ts';

/** What a drag of papers, or of a place in the sidebar, is known by while it is under way. */
export const PAPERS = 'application/x-sheaf-papers';
export const PLACE = 'application/x-sheaf-place';

let papers: Selection | null = null;
let place: string | null = null;

export const dragPapers = (selection: Selection | null): void => { papers = selection; };
export const dragPlace = (id: string | null): void => { place = id; };
export const draggedPapers = (): Selection | null => papers;
export const draggedPlace = (): string | null => place;
