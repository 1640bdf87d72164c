import { X } from 'lucide-react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { t } from '../../messages/messages.ts';
import { pickNone } from '../../stores/choose.ts';
import { useLibrary } from '../../stores/library.ts';
import { useRows } from '../../stores/rows.ts';
import { useSelection } from '../../stores/selection.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { runAction } from '../../actions/run.ts';
import { CircleDot, Star } from 'lucide-react';

const FIRST = ['paper.tag', 'paper.collect', 'paper.uncollect'] as const;
const THEN = ['compare.start', 'triage.start', 'paper.editMany', 'cite.copy', 'export.bibtex', 'pdf.download', 'paper.restore', 'paper.trash'] as const;
const STATUS_ACTIONS = [['paper.inbox', 'inbox'], ['paper.later', 'later'], ['paper.reading', 'reading'], ['paper.read', 'read'], ['paper.archive', 'archived']] as const;
const RATINGS = [5, 4, 3, 2, 1, 0] as const;

/** What can be done with several papers at once; shown while more than one is picked out. */
export function BatchBar() {
  const chosen = useSelection((state) => state.chosen);
  const total = useRows((state) => state.handle?.total ?? 0);
  const trash = useSelection((state) => state.query.scope.in === 'trash');
  // What applies follows the library too.
  useLibrary((state) => state.overview);
  const count = chosen.all ? total - chosen.except.size : chosen.ids.size;
  if (count < 2) return null;
  return (
    <div className="batch" role="toolbar" aria-label={t('batch.label')} data-testid="batch">
      <strong>{t('batch.count', { count })}</strong>
      {FIRST.map((name) => <ActionButton key={name} name={name} />)}
      {trash ? null : (
        <>
          <MenuButton button={<Button kind="quiet" icon={CircleDot} label={t('batch.status')} />} label={t('batch.status')} sections={[{ id: t('batch.status'), items: STATUS_ACTIONS.map(([id, status]) => ({ id, label: t(`status.${status}`) })) }]} onChoose={runAction} />
          <MenuButton button={<Button kind="quiet" icon={Star} label={t('rate.label')} />} label={t('rate.label')} sections={[{ id: t('rate.label'), items: RATINGS.map((stars) => ({ id: `paper.rate${String(stars)}`, label: stars === 0 ? t('rate.none') : '★'.repeat(stars) })) }]} onChoose={runAction} />
        </>
      )}
      {THEN.map((name) => <ActionButton key={name} name={name} />)}
      <Button kind="quiet" icon={X} label={t('action.selectNone')} keys="Escape" onPress={pickNone} />
    </div>
  );
}
