import { useState } from 'react';
import { FileText } from 'lucide-react';
import { Relation } from '../../../src/model/relation.ts';
import { t } from '../../messages/messages.ts';
import { act } from '../../stores/act.ts';
import { usePaperSearch } from '../../stores/paper-search.ts';
import { useSelection } from '../../stores/selection.ts';
import { close } from '../../stores/view.ts';
import { Picker } from './Picker.tsx';

const KINDS = Relation.shape.kind.options;
const SHOWN = 12;

/** Says how the paper in sight relates to another one, found by typing. */
export function RelationPicker() {
  const [from] = useState(() => useSelection.getState().focused);
  const [kind, setKind] = useState<Relation['kind']>('related');
  const [text, setText] = useState('');
  const { rows, ready } = usePaperSearch(text, SHOWN + 1, 'added');
  const choices = rows.filter((row) => row.id !== from).slice(0, SHOWN).map((row) => ({ id: row.id, name: row.title === '' ? t('list.untitled') : row.title, sign: <FileText size={14} aria-hidden />, end: <span className="place-count">{[row.authors.split(',')[0], row.year].filter(Boolean).join(' ')}</span> }));
  const choose = async (to: string): Promise<void> => {
    if (from !== null && (await act('relation.add', { from, to, kind }, 'toast.related'))) close();
  };
  const head = (
    <label className="relate-kind">{t('relate.kind')}
      <select className="status-menu" value={kind} onChange={(event) => { setKind(Relation.shape.kind.parse(event.target.value)); }}>
        {KINDS.map((one) => <option key={one} value={one}>{t(`relation.${one}.out`)}</option>)}
      </select>
    </label>
  );
  return <Picker label={t('relate.title')} placeholder={t('relate.placeholder')} hint={t('relate.hint')} listLabel={t('list.label')} text={text} onText={setText} choices={choices} ready={ready} onChoose={(choice) => void choose(choice.id)} onClose={close} head={head} testId="relate-field" />;
}
