import { t } from '../../messages/messages.ts';
import type { ImportPreview } from '../../../src/contract/imports.ts';
import { useLibrary } from '../../stores/library.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Entry } from './Entry.tsx';
import { formatName } from '../../messages/format-name.ts';
import { chooseAll, choiceOf, turnEntry, useImport } from './import-store.ts';
import { LeftOut, Problems } from './Problems.tsx';

function Head({ preview }: { preview: ImportPreview }) {
  const { page, date } = preview.origin;
  const into = useIntoName();
  const facts = [
    t('import.from', { name: preview.name === '' ? t('import.pasted') : preview.name }), t('import.format', { format: formatName(preview.format) }),
    page === undefined ? '' : t('import.page', { page }), date === undefined ? '' : t('import.date', { date }),
      into === '' ? '' : t('import.into', { name: into }),
  ].filter((fact) => fact !== '');
  const fresh = preview.total - preview.duplicates - preview.repeated;
  return (
    <header className="import-head">
      <h3>{t('import.summary', { fresh })}{preview.duplicates > 0 ? <span className="import-known">{t('import.duplicates', { count: preview.duplicates })}</span> : null}{preview.repeated > 0 ? <span className="import-known">{t('import.repeats', { count: preview.repeated })}</span> : null}</h3>
      <p className="import-facts">{facts.join(' · ')}</p>
      {preview.files > 0 ? <p className="import-hint">{t('import.fileKept')}</p> : null}
    </header>
  );
}

/** The name of where the papers go, when they were dropped on a place; empty otherwise. */
function useIntoName(): string {
  const { collection, tag, status } = useImport((state) => state.into);
  const overview = useLibrary((state) => state.overview);
  const place = overview?.collections.find(({ id }) => id === collection) ?? overview?.tags.find(({ id }) => id === tag);
  return place?.name ?? (status === undefined ? '' : t(`status.${status}`));
}

const FATES = [{ value: 'skip', label: 'import.skip' }, { value: 'keep', label: 'import.keep' }, { value: 'join', label: 'import.join' }] as const;

/** What becomes of all copies; each may be decided by itself below. */
function Copies({ preview }: { preview: ImportPreview }) {
  const { duplicates, repeats, prefer } = useImport();
  const fates = FATES.map(({ value, label }) => ({ value, label: t(label) }));
  const joins = (preview.duplicates > 0 && duplicates === 'join') || (preview.repeated > 0 && repeats === 'join');
  return (
    <div className="import-copies">
      {preview.duplicates > 0 ? <Segments label={t('import.duplicatesWhat')} value={duplicates} onChange={(value) => { chooseAll({ duplicates: value }); }} options={fates} /> : null}
      {preview.repeated > 0 ? <Segments label={t('import.repeatsWhat')} value={repeats} onChange={(value) => { chooseAll({ repeats: value }); }} options={fates} /> : null}
      {joins ? <Segments label={t('import.preferWhat')} value={prefer} onChange={(value) => { chooseAll({ prefer: value }); }} options={[{ value: 'library', label: t('import.preferLibrary') }, { value: 'file', label: t('import.preferFile') }]} /> : null}
      {joins ? <p className="import-hint">{t('import.joinHint')}</p> : null}
    </div>
  );
}

/** Keywords and groups of the file come in as tags and collections, unless they are not wanted. */
function Groups({ preview }: { preview: ImportPreview }) {
  const { tags, collections } = useImport();
  if (preview.tags + preview.collections === 0) return null;
  return (
    <div className="import-groups">
      {preview.tags === 0 ? null : <label><input type="checkbox" checked={tags} onChange={(event) => { useImport.setState({ tags: event.target.checked }); }} />{t('import.tags', { count: preview.tags })}</label>}
      {preview.collections === 0 ? null : <label><input type="checkbox" checked={collections} onChange={(event) => { useImport.setState({ collections: event.target.checked }); }} />{t('import.collections', { count: preview.collections })}</label>}
    </div>
  );
}

/** What will come in, what is already here, what was left out, and what is in doubt. */
export function Preview({ preview }: { preview: ImportPreview }) {
  const state = useImport();
  const problems = preview.problems.length > 0 ? <Problems problems={preview.problems} /> : null;
  const leftOut = preview.leftOut.length > 0 ? <LeftOut leftOut={preview.leftOut} /> : null;
  if (preview.total === 0) return <><div className="import-state"><h3>{t('import.nothing')}</h3><p className="import-hint">{t('import.nothingHint')}</p></div>{problems}{leftOut}</>;
  const hidden = preview.total - preview.entries.length;
  return (
    <>
      <Head preview={preview} />
      {preview.duplicates + preview.repeated > 0 ? <Copies preview={preview} /> : null}
      <Groups preview={preview} />
      {problems}
      {leftOut}
      <ul className="entries" aria-label={t('import.entries')} data-testid="import-entries">
        {preview.entries.map((entry) => { const choice = choiceOf(state, entry); return <Entry key={entry.index} entry={entry} choice={choice} taken={!state.skip.has(entry.index) && choice.fate !== 'skip'} locked={choice.fate === 'skip'} onTurn={turnEntry} />; })}
      </ul>
      {hidden > 0 ? <p className="import-hint">{t('import.more', { count: hidden })}</p> : null}
    </>
  );
}
