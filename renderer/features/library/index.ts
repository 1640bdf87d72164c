import { appActions } from './actions/app.ts';
import { moveActions } from './actions/move.ts';
import { paperActions } from './actions/papers.ts';
import { sortActions } from './actions/sort.ts';
import type { Action } from '../../actions/registry.ts';

export { LibraryView } from './LibraryView.tsx';
export { Problems } from './Problems.tsx';
export { Restarting } from './Restarting.tsx';
export { showPaper } from './show-paper.ts';
export { Sidebar } from './Sidebar.tsx';
export { StartView } from './StartView.tsx';
export { TagPicker } from './TagPicker.tsx';
export const libraryActions: readonly Action[] = [...paperActions, ...moveActions, ...sortActions, ...appActions];
