import { allActions } from '../../actions/registry.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import type { MessageKey } from '../../messages/messages.ts';
import { Kbd } from '../../ui/Kbd.tsx';

/** What the foot bar shows: the actions met most while reading, each under its own key. An action that is not there is left out. */
const SHOWN: readonly { names: readonly string[]; label: MessageKey }[] = [
  { names: ['list.next', 'list.previous'], label: 'abstract.foot.move' },
  { names: ['abstract.highlight'], label: 'abstract.foot.highlight' },
  { names: ['paper.tag'], label: 'abstract.foot.tag' },
  { names: ['note.edit'], label: 'abstract.foot.note' },
  { names: ['pdf.open'], label: 'abstract.foot.pdf' },
  { names: ['cite.copy'], label: 'abstract.foot.copy' },
  { names: ['paper.archive'], label: 'abstract.foot.archive' },
  { names: ['app.shortcuts'], label: 'abstract.foot.all' },
];

const keyOf = (shortcut: string | readonly string[] | undefined): string => (typeof shortcut === 'string' ? shortcut : shortcut?.[0] ?? '');

/** The keys of reading, in a line at the foot; each is also a button. */
export function FootBar() {
  const entries = SHOWN.flatMap(({ names, label }) => {
    const found = names.flatMap((name) => allActions().find((action) => action.name === name) ?? []);
    return found.length === 0 ? [] : [{ label, found }];
  });
  return (
    <footer className="foot-bar" aria-label={t('abstract.foot')}>
      {entries.map(({ label, found }) => (
        <button key={label} type="button" className="foot-act" onClick={() => runAction(found[0]?.name ?? '')}>
          {found.map((action) => <Kbd key={action.name} keys={keyOf(action.shortcut)} />)}
          <span>{t(label)}</span>
        </button>
      ))}
    </footer>
  );
}
