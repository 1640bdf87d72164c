import { call } from '../../client/client.ts';
import { act } from '../../stores/act.ts';
import { go, goToPaper } from '../../stores/query.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { open, show } from '../../stores/view.ts';
import { useSelection } from '../../stores/selection.ts';
import { previewText } from '../import/index.ts';

/** Shows the papers that a manuscript cites as a list, where all that can be done with papers can be done with them. */
export function showList(file: string): void {
  show('papers');
  go({ in: 'cited', manuscript: file });
}

/** Asks for the collections that they go into, when their list is there: all of it is picked out. */
export function collect(file: string): void {
  const before = useSelection.getState().handle;
  const stop = useSelection.subscribe(({ query, handle, error }) => {
    if (handle === before && error === null) return;
    stop();
    if (query.scope.in !== 'cited' || error !== null) return;
    useSelection.setState({ chosen: { all: true, except: new Set() } });
    open('collections');
  });
  showList(file);
}

export function showPaper(id: string): void {
  show('papers');
  goToPaper(id);
}

export async function copyKey(key: string): Promise<void> {
  const answer = await call('clipboard.write', { text: key });
  if (answer.ok) say('manuscripts.copied', { key });
  else sayError(answer.error);
}

/** The paper is called from now on as the manuscript calls it; notes that name it follow, in the same undo. */
export const giveKey = (paper: string, key: string): Promise<boolean> => act('paper.edit', { paper, set: { citationKey: key } }, 'manuscripts.given', { key });

/** Looks at what would come in of the manuscript's own bibliography: these entries alone. */
export async function bringEntries(file: string, names: readonly string[]): Promise<void> {
  const answer = await call('manuscript.entries', { file, names: [...names] });
  if (answer.ok) await previewText(answer.value.text, answer.value.name);
  else sayError(answer.error);
}
