import type { PaperQuery } from '../../../src/contract/views.ts';
import { actionNamed } from '../../actions/registry.ts';
import { shortcutsOf } from '../../actions/keys.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { PointMenu } from '../../ui/PointMenu.tsx';

const OF_PAPERS = ['triage.start', 'list.selectAll', 'export.open'] as const;
const OF_TRASH = ['trash.restoreAll', 'trash.empty'] as const;

interface Props { scope: PaperQuery['scope']; name: string; at: { x: number; y: number }; onClose: () => void }

/** What can be done with all papers of a place of the sidebar, which is shown by then. */
export function PlaceMenu({ scope, name, at, onClose }: Props) {
  const actions = (scope.in === 'trash' ? OF_TRASH : OF_PAPERS).flatMap((one) => actionNamed(one) ?? []);
  const items = actions.map((action) => ({ id: action.name, label: t(action.label), icon: action.icon, keys: shortcutsOf(action)[0], danger: action.name === 'trash.empty' }));
  return <PointMenu at={at} label={name} sections={[{ id: name, items }]} onClose={onClose} onChoose={(id) => { onClose(); setTimeout(() => { runAction(id); }, 0); }} />;
}
