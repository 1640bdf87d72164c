import { useContext, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronDown, Star } from 'lucide-react';
import { Button, ComboBox, ComboBoxStateContext, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Output } from '../../../../src/contract/contract.ts';
import { call } from '../../../client/client.ts';
import { t } from '../../../messages/messages.ts';
import { useSettings } from '../../../stores/settings.ts';
import { useOwnStyles } from './own-styles.ts';
import './styles.css';

const MOST = 60;
const MOST_RECENT = 8;
type Found = Output<'cite.styles'>;

const asked = async (input: { text?: string; ids?: string[] }): Promise<Found> => {
  const answer = await call('cite.styles', input);
  return answer.ok ? answer.value : [];
};

/** What is offered: while nothing is typed favourites, the one in use and those picked last, then the well-known ones; else what the words find. */
function useStyles(text: string | null, style: string, added: string): { found: Found; title: string } {
  const { favouriteStyles: favourites, recentStyles: recent } = useSettings((state) => state.settings);
  const [found, setFound] = useState<Found>([]);
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let gone = false;
    void Promise.all([text === null ? asked({ ids: [...new Set([...favourites, style, ...recent])] }) : [], asked({ text: text ?? '' }), asked({ ids: [style] })]).then(([first, others, [own]]) => {
      if (gone) return;
      setFound([...first, ...others.filter(({ id }) => !first.some((one) => one.id === id))].slice(0, MOST));
      setTitles((before) => new Map([...before, ...others.map(({ id, title }) => [id, title] as const), [style, own?.title ?? style]]));
    });
    return () => { gone = true; };
  }, [text, style, favourites, recent, added]);
  return { found, title: titles.get(style) ?? '' };
}

/** A citation style, found as one types. */
export function StyleField({ style, onChange }: { style: string; onChange: (style: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const { settings: { favouriteStyles: favourites, recentStyles: recent }, set } = useSettings();
  const { found, title } = useStyles(text, style, useOwnStyles().map(({ id, title: name }) => `${id} ${name}`).join('\n'));
  const pick = (key: string | number | null): void => {
    setText(null);
    if (!found.some(({ id }) => id === key)) return;
    onChange(String(key));
    void set({ recentStyles: [String(key), ...recent.filter((one) => one !== key)].slice(0, MOST_RECENT) });
  };
  return (
    <ComboBox className="setting" inputValue={text ?? title} onInputChange={(value) => { setText(value === title ? null : value); }} selectedKey={style} onSelectionChange={pick} onBlur={() => { setText(null); }} items={found} allowsCustomValue={false} defaultFilter={() => true} menuTrigger="manual" allowsEmptyCollection>
      <Label>{t('export.style')}</Label>
      <Keys typed={text !== null} leave={() => { setText(null); }}><Input className="input" onFocus={(event) => { if (text === null) event.currentTarget.select(); }} /><Button className="export-open" aria-label={t('export.styles')}><ChevronDown size={15} strokeWidth={1.8} aria-hidden /></Button></Keys>
      <Popover className="popover export-styles" maxHeight={320}><ListBox<Found[number]> renderEmptyState={() => <p className="style-none">{t('cite.styleNone')}</p>}>{({ id, title: name, like, own }) => <ListBoxItem id={id} textValue={name} className="menu-item"><span className="style-name">{name}{like === undefined ? null : <small>{t('cite.styleLike', { style: like })}</small>}{own ? <small>{t('cite.styleOwn')}</small> : null}</span>{favourites.includes(id) ? <Star size={13} fill="currentColor" aria-label={t('cite.favourite')} /> : null}</ListBoxItem>}</ListBox></Popover>
    </ComboBox>
  );
}

/**
 * Focus and typing open the list; we open it ourselves, since the box would also open it where the text changes by other ways than typing.
 * Escape closes the list and takes back what was typed, and goes no further; only where there is neither does it mean what stands around the field.
 */
function Keys({ typed, leave, children }: { typed: boolean; leave: () => void; children: ReactNode }) {
  const list = useContext(ComboBoxStateContext);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !(typed || list?.isOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
    list?.close();
  };
  const open = ({ target }: { target: EventTarget }): void => { if (target instanceof HTMLInputElement) list?.open(null, 'manual'); };
  // Picking with the mouse gives the field its focus back, which is no wish for another.
  const enter = (event: { target: EventTarget }): void => { if (list?.isFocused !== true) open(event); };
  return <span className="export-style" onKeyDownCapture={escape} onFocus={enter} onInput={open}>{children}</span>;
}
