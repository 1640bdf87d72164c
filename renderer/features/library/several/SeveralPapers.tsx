import { useEffect, useState } from 'react';
import { Files, X } from 'lucide-react';
import type { Paper } from '../../../../src/model/paper.ts';
import { actionContext } from '../../../actions/context.ts';
import { shortcutsOf } from '../../../actions/keys.ts';
import { actionNamed } from '../../../actions/registry.ts';
import { runAction } from '../../../actions/run.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { pickNone } from '../../../stores/choose.ts';
import { useLibrary } from '../../../stores/library.ts';
import { goToPaper } from '../../../stores/query.ts';
import { currentSelection, useSelection } from '../../../stores/selection.ts';
import { sayError } from '../../../stores/toasts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { SetTitle } from '../../abstract/index.ts';
import './several.css';

/** Titles that are named; the others are counted. */
const NAMED = 6;

const PARTS = [
  ['several.order', ['paper.tag', 'paper.collect', 'paper.uncollect', 'paper.editMany']],
  ['several.read', ['compare.start', 'triage.start', 'pdf.download']],
  ['several.give', ['cite.copy', 'cite.copyBibtex', 'export.open']],
  ['several.away', ['paper.archive', 'paper.restore', 'paper.trash']],
] as const;

/** The first of the papers picked out; asked for again when others are, or when the library changes. */
function useFirst(): readonly Paper[] {
  const chosen = useSelection((state) => state.chosen);
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  useEffect(() => {
    let live = true;
    const selection = currentSelection();
    if (selection !== null) void call('papers.list', { selection, count: NAMED }).then((answer) => {
      if (!live) return;
      if (answer.ok) setPapers(answer.value.papers);
      else sayError(answer.error);
    });
    return () => { live = false; };
  }, [chosen, revision]);
  return papers;
}

/** Several papers are picked out: how many, which, and what can be done with all of them. */
export function SeveralPapers({ count }: { count: number }) {
  const papers = useFirst();
  return (
    <main className="paper-pane several" aria-label={t('abstract.pane')}>
      <div className="several-page">
        <header className="several-head"><Files size={24} strokeWidth={1.4} aria-hidden /><h1 aria-live="polite">{t('several.count', { count })}</h1></header>
        <ul className="several-titles">
          {papers.map(({ id, item }) => <li key={id}><button type="button" dir="auto" title={t('several.show')} onClick={() => { pickNone(); goToPaper(id); }}>{item.title === undefined || item.title === '' ? t('list.untitled') : <SetTitle title={item.title} />}</button></li>)}
          {count > papers.length && papers.length > 0 ? <li className="several-more">{t('several.more', { count: count - papers.length })}</li> : null}
        </ul>
        {PARTS.map(([label, names]) => <Part key={label} label={t(label)} names={names} />)}
        <div className="several-none"><Button kind="quiet" icon={X} action="list.selectNone" onPress={pickNone}>{t('action.selectNone')}<Kbd keys="Escape" /></Button></div>
      </div>
    </main>
  );
}

function Part({ label, names }: { label: string; names: readonly string[] }) {
  const ctx = actionContext();
  const actions = names.flatMap((name) => actionNamed(name) ?? []).filter((action) => action.when(ctx));
  if (actions.length === 0) return null;
  return (
    <section className="several-part" aria-label={label}>
      <h2>{label}</h2>
      {actions.map((action) => (
        <Button key={action.name} kind={action.name === 'paper.trash' ? 'danger' : 'plain'} {...(action.icon === undefined ? {} : { icon: action.icon })} action={action.name} onPress={() => runAction(action.name)}>
          {t(action.label)}{shortcutsOf(action)[0] === undefined ? null : <Kbd keys={shortcutsOf(action)[0] ?? ''} />}
        </Button>
      ))}
    </section>
  );
}
