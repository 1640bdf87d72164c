import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Attachment } from '../../../src/model/attachment.ts';
import { isReadHere, mayOpenOutside } from '../../../src/model/media-type.ts';
import { t } from '../../messages/messages.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { Section } from '../../ui/Menu.tsx';
import { PointMenu } from '../../ui/PointMenu.tsx';
import { bytesInWords } from '../pdf/index.ts';
import { askToRename, detach, findMissing, openOutside, read, remove, replace, reveal } from './work.ts';
import { isAddress, kindOf, nameOf } from './words.ts';

interface Props { file: Attachment; main: boolean; several: boolean; there: boolean; bytes: number | null }

/** One file: pressed, it is read; its menu and keys do the rest. */
export function FileLine({ file, main, several, there, bytes }: Props) {
  const [titling, setTitling] = useState(false);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const sections = sectionsFor(file, several && !main, there);
  const choose = (id: string): void => {
    setAt(null);
    if (id === 'files.title') setTitling(true);
    else deeds[id]?.(file);
  };
  const about = [kindOf(file), bytes === null ? '' : bytesInWords(bytes), file.kind === 'linked' ? t('files.linked') : '', main ? t('files.main') : ''].filter((part) => part !== '').join(' · ');
  return (
    <li className="file-line" onContextMenu={(event) => { event.preventDefault(); event.stopPropagation(); setAt(event.clientX === 0 ? cornerOf(event.currentTarget) : { x: event.clientX, y: event.clientY }); }}>
      {titling ? <TitleField file={file} onDone={() => { setTitling(false); }} /> : (
        <button type="button" className="file-name" title={file.path} aria-keyshortcuts="Enter F2 Delete" onClick={() => { if (there) read(file); else void findMissing(); }} onKeyDown={(event) => { keys(event, file, () => { setTitling(true); }); }}>
          <span className="file-title" dir="auto">{nameOf(file)}</span>
          <span className="file-about">{about}{!there && <span className="file-missing"> · {t('files.missing')}</span>}</span>
        </button>
      )}
      <MenuButton label={t('files.more', { name: nameOf(file) })} button={<Button kind="quiet" icon={Ellipsis} label={t('files.more', { name: nameOf(file) })} />} sections={sections} onChoose={choose} />
      {at !== null && <PointMenu at={at} label={t('files.more', { name: nameOf(file) })} sections={sections} onChoose={choose} onClose={() => { setAt(null); }} />}
    </li>
  );
}

const deeds: Record<string, (file: Attachment) => unknown> = {
  'files.read': read, 'files.open': openOutside, 'files.reveal': reveal, 'files.replace': replace, 'files.detach': detach, 'files.remove': remove,
  'files.makeMain': (file) => carryOut('attachment.edit', { attachment: file.id, main: true }),
  'files.renameOne': (file) => { askToRename({ files: [file.id] }); },
  'files.renamePaper': (file) => { askToRename({ papers: { ids: [file.paper] } }); },
  'files.findMissing': findMissing,
};

/** What can be done with a file, as it is. */
function sectionsFor(file: Attachment, mayLead: boolean, there: boolean): Section[] {
  const address = isAddress(file);
  const kept = file.kind === 'kept';
  const open = there
    ? [...(isReadHere(file.mediaType) && !address ? [{ id: 'files.read', label: t('files.read'), keys: 'Enter' }] : []), ...(address || mayOpenOutside(file.path, file.mediaType) ? [{ id: 'files.open', label: t(address ? 'files.openAddress' : 'files.open') }] : []), ...(address ? [] : [{ id: 'files.reveal', label: t('files.reveal') }])]
    : [{ id: 'files.findMissing', label: t('files.findMissing') }];
  const names = [{ id: 'files.title', label: t('files.title'), keys: 'F2' }, ...(mayLead ? [{ id: 'files.makeMain', label: t('files.makeMain') }] : []), ...(kept && there ? [{ id: 'files.renameOne', label: t('files.renameOne') }, { id: 'files.renamePaper', label: t('files.renamePaper') }] : [])];
  const moves = [...(address ? [] : [{ id: 'files.replace', label: t('files.replace') }]), ...(kept && there ? [{ id: 'files.detach', label: t('files.detach') }] : []), { id: 'files.remove', label: t(kept ? 'files.remove' : 'files.unlink'), keys: 'Delete', danger: true }];
  return [{ id: t('files.read'), items: open }, { id: t('files.title'), items: names }, { id: t('files.remove'), items: moves }];
}

/** Keys of a file that has the focus; the paper's own do not hear them. */
function keys(event: KeyboardEvent<HTMLElement>, file: Attachment, title: () => void): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 && !['F2', 'Delete', 'Backspace', 'Enter', ' '].includes(event.key)) return;
  event.stopPropagation();
  if (event.key === 'F2') title();
  if (event.key === 'Delete' || event.key === 'Backspace') void remove(file);
  if (step === 0) return;
  event.preventDefault();
  const line = event.currentTarget.closest('li');
  const next = step > 0 ? line?.nextElementSibling : line?.previousElementSibling;
  next?.querySelector<HTMLElement>('.file-name')?.focus();
}

/** Where a menu asked for by the keyboard opens. */
function cornerOf(element: Element): { x: number; y: number } {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 12, y: bottom };
}

function TitleField({ file, onDone }: { file: Attachment; onDone: () => void }) {
  const [title, setTitle] = useState(nameOf(file));
  const save = (): void => {
    onDone();
    if (title.trim() !== nameOf(file)) void carryOut('attachment.edit', { attachment: file.id, title: title.trim() });
  };
  return (
    <input className="input file-field" autoFocus aria-label={t('files.titleOf')} value={title} onChange={(event) => { setTitle(event.target.value); }} onFocus={(event) => { event.target.select(); }} onBlur={save}
      onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Enter') save(); if (event.key === 'Escape') onDone(); }} />
  );
}
