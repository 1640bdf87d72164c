import { Check, ChevronDown, GraduationCap, X } from 'lucide-react';
import { useEffect } from 'react';
import { shortcutsOf } from '../../actions/keys.ts';
import { actionNamed } from '../../actions/registry.ts';
import { runAction } from '../../actions/run.ts';
import { t } from '../../messages/messages.ts';
import { createLibrary } from '../../stores/open.ts';
import { useSettings } from '../../stores/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { focusList } from '../library/index.ts';
import { closeGuide, foldGuide, openExample, skipStep, unfoldGuide } from './store.ts';
import { nextStep, STEPS } from './steps.ts';
import type { Step } from './steps.ts';
import './guide.css';

function Dots({ done, next }: { done: readonly string[]; next: Step | null }) {
  const state = (id: string): string => (done.includes(id) ? 'done' : id === next?.id ? 'now' : 'open');
  return <ol className="guide-dots" aria-hidden>{STEPS.map(({ id }) => <li key={id} className={`guide-dot guide-${state(id)}`}>{done.includes(id) ? <Check size={10} strokeWidth={3} /> : null}</li>)}</ol>;
}

/** What to do now. Its keys are the registry's, so that they are true. */
function Task({ step, place }: { step: Step; place: number }) {
  const keys = step.actions.flatMap((name) => shortcutsOf(actionNamed(name) ?? {}).slice(0, 1));
  return (
    <div className="guide-words" role="status">
      <strong><span className="hidden-text">{t('guide.place', { place, total: STEPS.length })} </span>{t(`guide.${step.id}.title`)}</strong>
      <span>{t(`guide.${step.id}.text`)}</span>
      <span className="guide-keys">{keys.map((one) => <Kbd key={one} keys={one} />)}</span>
    </div>
  );
}

function Folded({ done }: { done: number }) {
  return <div className="guide guide-folded"><Button kind="quiet" icon={GraduationCap} action="guide.unfold" onPress={unfoldGuide}>{t('guide.goOn', { done, total: STEPS.length })}</Button><Button kind="quiet" icon={X} label={t('guide.close')} action="guide.close" onPress={closeGuide} /></div>;
}

function Finished() {
  return (
    <>
      <div className="guide-words" role="status"><strong>{t('guide.finished.title')}</strong><span>{t('guide.finished.text')}</span></div>
      <Button action="library.create" onPress={() => { closeGuide(); void createLibrary({}); }}>{t('guide.ownLibrary')}</Button>
      <Button action="app.shortcuts" onPress={() => runAction('app.shortcuts')}>{t('guide.help')}</Button>
      <Button kind="main" action="guide.close" onPress={closeGuide}>{t('guide.done')}</Button>
    </>
  );
}

/** The guide: a line above the papers that says what to try, and sees when it is done. It covers nothing and asks for nothing. */
export function GuideBar() {
  const { at, done } = useSettings((state) => state.settings.guide);
  const shown = at === 'open' || at === 'folded';
  // The bar goes with the button that closed it: the list takes the keyboard.
  useEffect(() => (shown ? () => { if (document.activeElement === document.body) focusList(); } : undefined), [shown]);
  if (!shown) return null;
  const step = nextStep(done);
  const count = STEPS.filter(({ id }) => done.includes(id)).length;
  if (at === 'folded') return <Folded done={count} />;
  return (
    <section className="guide" aria-label={t('guide.title')} data-testid="guide" data-step={step?.id ?? 'finished'}>
      <Dots done={done} next={step} />
      {step === null ? <Finished /> : (
        <>
          <Task step={step} place={STEPS.indexOf(step) + 1} />
          {step.id === 'open' ? <Button kind="main" action="start.example" onPress={() => void openExample()}>{t('start.example')}</Button> : null}
          <Button kind="quiet" action="guide.skip" onPress={() => { skipStep(step.id); }}>{t('guide.skip')}</Button>
          <Button kind="quiet" icon={ChevronDown} label={t('guide.later')} action="guide.fold" onPress={foldGuide} />
          <Button kind="quiet" icon={X} label={t('guide.close')} action="guide.close" onPress={closeGuide} />
        </>
      )}
    </section>
  );
}
