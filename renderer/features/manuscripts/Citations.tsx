import { Copy, FileInput, KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Citation, CitedPaper, ManuscriptView } from '../../../src/contract/manuscripts.ts';
import { t } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { bringEntries, copyKey, giveKey, showPaper } from './acts.ts';
import { lastPart } from './paths.ts';

interface Props { view: ManuscriptView; citations: readonly Citation[] }

/** Where a citation stands; the manuscript itself is not named where it has no other parts. */
function whereOf({ file, line }: Citation, { parts }: ManuscriptView): string {
  if (line === null) return parts.length > 1 ? lastPart(file) : '';
  return t('manuscripts.where', { file: lastPart(file), line });
}

function Paper({ paper, children }: { paper: CitedPaper; children?: ReactNode }) {
  return (
    <div className="cited-paper">
      <button type="button" className="cited-open" onClick={() => { showPaper(paper.id); }}>
        <span className="cited-title">{paper.title === '' ? t('list.untitled') : paper.title}</span>
        <span className="cited-facts">{[paper.authors, paper.year].filter(Boolean).join(' · ')} <code>{paper.citationKey}</code>{paper.same ? <span className="line-tag">{t('manuscripts.same')}</span> : null}</span>
      </button>
      {children}
    </div>
  );
}

function Head({ citation, view }: { citation: Citation; view: ManuscriptView }) {
  const facts = [whereOf(citation, view), citation.entry === null ? '' : t('manuscripts.entryIn', { file: lastPart(citation.entry) })].filter(Boolean).join(' · ');
  return <p className="cited-head"><code className="cited-key">{citation.name}</code>{facts === '' ? null : <span className="cited-where">{facts}</span>}</p>;
}

function MissingOne({ citation, view }: { citation: Citation; view: ManuscriptView }) {
  const { name, title, near, entry } = citation;
  return (
    <li className="cited cited-missing" aria-label={name}>
      <Head citation={citation} view={view} />
      {title === '' ? null : <p className="cited-described">{title}</p>}
      {near.length === 0 ? entry === null ? <p className="cited-where">{t('manuscripts.noNear')}</p> : null : (
        <>
          <p className="cited-near">{t('manuscripts.near')}</p>
          {near.map((paper) => (
            <Paper key={paper.id} paper={paper}>
              <Button kind="quiet" icon={Copy} label={t('manuscripts.copyKey', { key: paper.citationKey })} onPress={() => void copyKey(paper.citationKey)} />
              <Button icon={KeyRound} onPress={() => void giveKey(paper.id, name)}>{t('manuscripts.give', { key: name })}</Button>
            </Paper>
          ))}
        </>
      )}
      {entry === null || near.some(({ same }) => same) ? null : <Button icon={FileInput} onPress={() => void bringEntries(view.file, [name])}>{t('manuscripts.bring', { file: lastPart(entry) })}</Button>}
    </li>
  );
}

/** What no paper here is called: with what may be meant, and the way to bring it in. */
export function Missing({ view, citations }: Props) {
  if (citations.length === 0) return null;
  const described = citations.filter((one) => one.entry !== null && !one.near.some(({ same }) => same));
  return (
    <section aria-labelledby="cited-missing">
      <div className="page-line">
        <h2 id="cited-missing">{t('manuscripts.missing')}</h2>
        {described.length > 1 ? <Button kind="quiet" icon={FileInput} action="manuscript.bringAll" onPress={() => void bringEntries(view.file, described.map(({ name }) => name))}>{t('manuscripts.bringAll', { count: described.length, file: [...new Set(described.map(({ entry }) => lastPart(entry ?? '')))].join(', ') })}</Button> : null}
      </div>
      <ul className="cited-list">{citations.map((one) => <MissingOne key={one.name} citation={one} view={view} />)}</ul>
    </section>
  );
}

/** Keys that several papers have, and works that are cited under several keys. */
export function Unclear({ view, citations }: Props) {
  if (citations.length === 0) return null;
  return (
    <section aria-labelledby="cited-check">
      <h2 id="cited-check">{t('manuscripts.check')}</h2>
      <ul className="cited-list">
        {citations.map((one) => (
          <li key={one.name} className="cited" aria-label={one.name}>
            <Head citation={one} view={view} />
            <p className="cited-described">{one.stands === 'ambiguous' ? t('manuscripts.ambiguous') : t('manuscripts.repeated', { keys: one.also.join(', ') })}</p>
            {one.papers.map((paper) => <Paper key={paper.id} paper={paper} />)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The papers that are here, in the order in which they are cited. */
export function Found({ view, citations }: Props) {
  if (citations.length === 0) return null;
  return (
    <section aria-labelledby="cited-found">
      <h2 id="cited-found">{t('manuscripts.found')}</h2>
      <ul className="cited-list">
        {citations.map((one) => <li key={one.name} className="cited cited-found" title={whereOf(one, view)}>{one.papers.map((paper) => <Paper key={paper.id} paper={paper} />)}</li>)}
      </ul>
    </section>
  );
}
