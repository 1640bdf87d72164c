import { useEffect, useState } from 'react';
import { ChevronDown, Star } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Output } from '../../../../src/contract/contract.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { useSettings } from '../../../stores/settings.ts';
import { useOwnStyles } from './own-styles.ts';
import './styles.css';

const MOST = 60;
type Found = Output<'cite.styles'>;

const asked = async (input: { text?: string; ids?: string[] }): Promise<Found> => {
  const answer = await call('cite.styles', input);
  return answer.ok ? answer.value : [];
};

/** What is offered: favourites first while nothing is typed, then what the words find. */
function useStyles(text: string | null, style: string, added: string): { found: Found; title: string } {
  const favourites = useSettings((state) => state.settings.favouriteStyles);
  const [found, setFound] = useState<Found>([]);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let gone = false;
    void Promise.all([text === null ? asked({ ids: favourites }) : [], asked({ text: text ?? '' }), asked({ ids: [style] })]).then(([first, others, [own]]) => {
      if (gone) return;
      setFound([...first, ...others.filter(({ id }) => !first.some((one) => one.id === id))].slice(0, MOST));
      setTitles((before) => new Map([...before, ...others.map(({ id, title }) => [id, title] as const), [style, own?.title ?? style]]));
    });
    return () => { gone = true; };
  }, [text, style, favourites, added]);
  // Known at once for what was just picked: a title that came later would look like typing, and open the list again.
  return { found, title: titles.get(style) ?? '' };
}

/** A citation style, found as one types. */
export function StyleField({ style, onChange }: { style: string; onChange: (style: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const favourites = useSettings((state) => state.settings.favouriteStyles);
  const { found, title } = useStyles(text, style, useOwnStyles().map(({ id, title: name }) => `${id} ${name}`).join('\n'));
  const pick = (key: string | number | null): void => {
    setText(null);
    if (found.some(({ id }) => id === key)) onChange(String(key));
  };
  return (
    <ComboBox className="setting" inputValue={text ?? title} onInputChange={(value) => { setText(value === title ? null : value); }} selectedKey={style} onSelectionChange={pick} onBlur={() => { setText(null); }} items={found} allowsCustomValue={false} defaultFilter={() => true} menuTrigger="focus" allowsEmptyCollection>
      <Label>{t('export.style')}</Label>
      <span className="export-style"><Input className="input" onFocus={(event) => { if (text === null) event.currentTarget.select(); }} /><Button className="export-open" aria-label={t('export.styles')}><ChevronDown size={15} strokeWidth={1.8} aria-hidden /></Button></span>
      <Popover className="popover export-styles" maxHeight={320}><ListBox<Found[number]> renderEmptyState={() => <p className="style-none">{t('cite.styleNone')}</p>}>{({ id, title: name, like, own }) => <ListBoxItem id={id} textValue={name} className="menu-item"><span className="style-name">{name}{like === undefined ? null : <small>{t('cite.styleLike', { style: like })}</small>}{own ? <small>{t('cite.styleOwn')}</small> : null}</span>{favourites.includes(id) ? <Star size={13} fill="currentColor" aria-label={t('cite.favourite')} /> : null}</ListBoxItem>}</ListBox></Popover>
    </ComboBox>
  );
}
