import { useEffect, useState, type DragEvent } from 'react';
import { FilePlus2, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { t } from '../../../messages/messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { addStyle, readOwnStyles, removeStyle, useOwnStyles } from './own-styles.ts';

const MOST_BYTES = 2_000_000;

/** Styles from files: chosen or dropped, listed and removed. The last one added is `chosen`. */
export function OwnStyles({ chosen }: { chosen: (id: string) => void }) {
  const styles = useOwnStyles();
  const [over, setOver] = useState(false);
  useEffect(() => { void readOwnStyles(); }, []);
  const take = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const id = await addStyle(file.size > MOST_BYTES ? '' : await file.text(), file.name);
      if (id !== null) chosen(id);
    }
  };
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    event.preventDefault();
    event.stopPropagation();
    void take([...event.dataTransfer.files]);
  };
  return (
    <div className={`own-styles${over ? ' drop-here' : ''}`} onDragOver={drag} onDragLeave={() => { setOver(false); }} onDrop={drop}>
      {styles.length === 0 ? null : (
        <ul aria-label={t('cite.styleOwn')}>
          {styles.map(({ id, title, like }) => (
            <li key={id}><span className="style-name">{title}{like === undefined ? null : <small>{t('cite.styleLike', { style: like })}</small>}</span><Button kind="quiet" icon={X} label={t('cite.styleRemove', { title })} onPress={() => void removeStyle(id)} /></li>
          ))}
        </ul>
      )}
      <p><FileTrigger acceptedFileTypes={['.csl']} allowsMultiple onSelect={(files) => void take([...(files ?? [])])}><Button icon={FilePlus2}>{t('cite.styleAdd')}</Button></FileTrigger><small>{t('cite.styleDrop')}</small></p>
    </div>
  );
}
