import { useEffect, useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Output } from '../../../src/contract/contract.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { option } from './store.ts';

const MOST = 60;

/** The citation style of a bibliography, found as one types. */
export function StyleField({ style }: { style: string }) {
  const [text, setText] = useState('');
  const [typed, setTyped] = useState(false);
  const [found, setFound] = useState<Output<'cite.styles'>>([]);
  useEffect(() => {
    let gone = false;
    void call('cite.styles', { text: typed ? text : '' }).then((answer) => {
      if (gone || !answer.ok) return;
      setFound(answer.value.slice(0, MOST));
      if (!typed) setText(answer.value.find(({ id }) => id === style)?.title ?? style);
    });
    return () => { gone = true; };
  }, [text, typed, style]);
  const type = (value: string): void => {
    setText(value);
    setTyped(found.find(({ id }) => id === style)?.title !== value);
  };
  const pick = (key: string | number | null): void => {
    const one = found.find(({ id }) => id === key);
    if (one === undefined) return;
    setText(one.title);
    setTyped(false);
    void option({ style: one.id });
  };
  return (
    <ComboBox className="setting" inputValue={text} onInputChange={type} selectedKey={style} onSelectionChange={pick} items={found} allowsCustomValue={false} defaultFilter={() => true}>
      <Label>{t('export.style')}</Label>
      <span className="export-style"><Input className="input" onFocus={(event) => { event.currentTarget.select(); }} /><Button className="export-open" aria-label={t('export.styles')}><ChevronDown size={15} strokeWidth={1.8} aria-hidden /></Button></span>
      <Popover className="popover export-styles" maxHeight={320}><ListBox<(typeof found)[number]>>{({ id, title }) => <ListBoxItem id={id} textValue={title} className="menu-item">{title}</ListBoxItem>}</ListBox></Popover>
    </ComboBox>
  );
}
