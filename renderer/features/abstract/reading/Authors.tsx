import { useState } from 'react';
import type { CslName } from '../../../../src/model/csl.ts';
import { t } from '../../../messages/messages.ts';

/** More authors than this are folded: the first ones and the last are shown. */
const MOST = 12;
const FIRST = 10;

/** A name in reading order. */
export function nameOf(name: CslName): string {
  const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix];
  return name.literal ?? parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** The authors, the long list of a large collaboration folded. */
export function Authors({ names }: { names: readonly CslName[] }) {
  const [open, setOpen] = useState(false);
  if (names.length === 0) return <p className="paper-authors paper-authors-none">{t('abstract.noAuthors')}</p>;
  const all = names.map(nameOf);
  const folded = all.length > MOST && !open;
  return (
    <p className="paper-authors">
      {(folded ? all.slice(0, FIRST) : all).map((name, at) => <span key={at}>{at > 0 && ', '}<bdi>{name}</bdi></span>)}
      {folded && <>{', …, '}<bdi>{all.at(-1)}</bdi></>}
      {all.length > MOST && <> <button type="button" className="quiet-button" aria-expanded={open} onClick={() => { setOpen(!open); }}>{open ? t('abstract.fewerAuthors') : t('abstract.allAuthors', { count: all.length })}</button></>}
    </p>
  );
}
