import { useEffect, useState } from 'react';
import DOMPurify from 'dompurify';
import { Star } from 'lucide-react';
import { call } from '../../../client/client.ts';
import { t, tError } from '../../../messages/messages.ts';
import { useLibrary } from '../../../stores/library.ts';
import { useSettings } from '../../../stores/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import type { Setting } from '../../settings/index.ts';
import { OwnStyles } from './OwnStyles.tsx';
import { useOwnStyles } from './own-styles.ts';
import { StyleField } from './StyleField.tsx';

const SHOWN = 3;

interface Preview { citation: string; references: string; trouble: string | null }

/** The newest papers as the style sets them; null while there is none. */
function usePreview(style: string, locale: string): Preview | null {
  const own = useOwnStyles();
  const revision = useLibrary((state) => state.overview?.library.revision);
  const [preview, setPreview] = useState<Preview | null>(null);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<Preview | null> => {
      const list = await call('papers.query', { scope: { in: 'all' }, sort: 'changed', first: SHOWN });
      if (!list.ok || list.value.rows.length === 0) return null;
      const selection = { ids: list.value.rows.map(({ id }) => id) };
      const [citation, references] = await Promise.all([call('cite.quick', { selection, format: 'citation', style, locale }), call('cite.quick', { selection, format: 'reference', style, locale, only: 'html' })]);
      if (!citation.ok) return { citation: '', references: '', trouble: tError(citation.error) };
      return { citation: citation.value.html ?? citation.value.text, references: references.ok ? references.value.html ?? '' : '', trouble: null };
    };
    if (revision !== undefined) void look().then((seen) => { if (!gone) setPreview(seen); });
    return () => { gone = true; };
  }, [style, locale, revision, own]);
  return preview;
}

const clean = (html: string): string => DOMPurify.sanitize(html, { ALLOWED_TAGS: ['div', 'span', 'i', 'b', 'sup', 'sub', 'em', 'strong'], ALLOWED_ATTR: ['class', 'style'] });

function Style() {
  const { settings, set } = useSettings();
  const { citationStyle: style, citationLocale: locale, favouriteStyles } = settings;
  const preview = usePreview(style, locale);
  const favourite = favouriteStyles.includes(style);
  const turn = (): void => { void set({ favouriteStyles: favourite ? favouriteStyles.filter((one) => one !== style) : [...favouriteStyles, style] }); };
  return (
    <>
      <div className="style-line"><StyleField style={style} onChange={(next) => void set({ citationStyle: next })} /><Button icon={Star} kind={favourite ? 'main' : 'plain'} label={t(favourite ? 'cite.unfavour' : 'cite.favour')} onPress={turn} /></div>
      {preview === null ? null : preview.trouble !== null ? <p className="key-trouble" role="alert">{preview.trouble}</p> : (
        <div className="style-preview" aria-label={t('cite.stylePreview')} role="group">
          <p dangerouslySetInnerHTML={{ __html: clean(preview.citation) }} />
          <div dangerouslySetInnerHTML={{ __html: clean(preview.references) }} />
        </div>
      )}
      <OwnStyles chosen={(id) => void set({ citationStyle: id })} />
    </>
  );
}

function Locale() {
  const { settings, set } = useSettings();
  const [tags, setTags] = useState<readonly string[]>([settings.citationLocale]);
  useEffect(() => { void call('cite.locales', {}).then((answer) => { if (answer.ok) setTags(answer.value); }); }, []);
  const names = new Intl.DisplayNames([settings.language], { type: 'language' });
  return (
    <label className="setting"><span>{t('cite.locale')}</span>
      <select className="input setting-select" value={settings.citationLocale} onChange={(event) => void set({ citationLocale: event.target.value })}>
        {tags.map((tag) => <option key={tag} value={tag}>{names.of(tag) ?? tag}</option>)}
      </select>
    </label>
  );
}

/** The style that references and citations are copied in, shown with the person's own papers. */
export const styleSettings: readonly Setting[] = [
  { id: 'citationStyle', label: 'export.style', words: 'cite.style.words', Control: Style },
  { id: 'citationLocale', label: 'cite.locale', about: 'cite.locale.about', words: 'cite.locale.words', Control: Locale },
];
