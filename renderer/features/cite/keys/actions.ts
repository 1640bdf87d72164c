import { KeyRound, Pin, PinOff } from 'lucide-react';
import type { Action, ActionContext } from '../../../actions/registry.ts';
import { carryOut } from '../../../stores/carry-out.ts';
import { useSettings } from '../../../stores/settings.ts';

const some = (ctx: ActionContext): boolean => ctx.selection !== null && !ctx.trash;

async function refresh({ selection }: ActionContext): Promise<void> {
  if (selection !== null) await carryOut('paper.refreshKey', { selection, pattern: useSettings.getState().settings.keyPattern, keepPinned: true });
}

const pin = (pinned: boolean) => async ({ selection }: ActionContext): Promise<void> => {
  if (selection !== null) await carryOut('paper.pinKey', { selection, pinned });
};

export const keyActions: readonly Action[] = [
  { name: 'keys.refresh', label: 'action.refreshKeys', icon: KeyRound, group: 'papers', when: some, run: refresh },
  { name: 'keys.pin', label: 'action.pinKeys', icon: Pin, group: 'papers', when: some, run: pin(true) },
  { name: 'keys.unpin', label: 'action.unpinKeys', icon: PinOff, group: 'papers', when: some, run: pin(false) },
];
