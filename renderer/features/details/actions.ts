import { FilePlus2, PencilLine, SquarePen } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { undo } from '../../stores/act.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { go } from '../../stores/query.ts';
import { showTab } from '../../stores/reading.ts';
import { focusPaper } from '../../stores/selection.ts';
import { say } from '../../stores/toasts.ts';
import { open, show } from '../../stores/view.ts';

/** Waits for the form and puts the cursor in one of its fields. */
function toField(name: 'title' | 'abstract', tries = 60): void {
  const field = document.querySelector<HTMLElement>(`[data-testid="details"] [data-testid="field-${name}"]`);
  if (field !== null) field.focus();
  else if (tries > 0) requestAnimationFrame(() => { toField(name, tries - 1); });
}
const toTitle = (): void => { toField('title'); };

/** Puts the cursor where the abstract is written, once the form is there. */
export const toAbstractField = (): void => { toField('abstract'); };

async function addByHand(): Promise<void> {
  const made = await carryOut('paper.add', { draft: { item: { type: 'article-journal' } } });
  const [id] = made?.created ?? [];
  if (made === null || id === undefined) return;
  show('papers');
  go({ in: 'all' });
  focusPaper(id);
  showTab('details');
  say('details.added', {}, { label: 'action.undo', run: () => void undo(), revision: made.revision });
  toTitle();
}

/** Editing a paper's fields. */
export const detailsActions: readonly Action[] = [
  { name: 'details.show', label: 'details.show', group: 'paper', shortcut: 'p', icon: SquarePen, menu: 'order', when: (ctx) => ctx.place === 'papers' && ctx.focused !== null && !ctx.trash, run: () => { showTab('details'); toTitle(); } },
  { name: 'paper.editMany', label: 'many.action', group: 'papers', shortcut: 'Shift+p', icon: PencilLine, menu: 'order', when: (ctx) => ctx.place === 'papers' && ctx.selected > 1 && !ctx.trash, run: () => { open('editMany'); } },
  { name: 'paper.new', label: 'details.new', group: 'library', shortcut: 'Mod+n', icon: FilePlus2, inFields: true, when: (ctx) => ctx.overview !== null && !ctx.overview.library.readOnly, run: addByHand },
];
