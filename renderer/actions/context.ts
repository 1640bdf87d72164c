import { useLibrary } from '../stores/library.ts';
import { focusedPaper } from '../stores/paper.ts';
import { showsSeveral } from '../stores/reading.ts';
import { chosenCount, currentSelection, readPaper, useSelection } from '../stores/selection.ts';
import { useView } from '../stores/view.ts';
import type { ActionContext } from './registry.ts';

/** Where things stand at this moment. */
export function actionContext(): ActionContext {
  const { query } = useSelection.getState();
  // Where several papers are shown as several, none of them is the one that is read.
  const focused = showsSeveral() ? null : readPaper();
  return {
    place: useView.getState().place,
    overview: useLibrary.getState().overview,
    selection: currentSelection(),
    selected: chosenCount(),
    focused,
    paper: focused === null ? null : focusedPaper(),
    trash: query.scope.in === 'trash' && useSelection.getState().meant === null,
  };
}
