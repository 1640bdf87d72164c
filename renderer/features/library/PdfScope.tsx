import { FileSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TextProgress } from '../../../src/contract/pdf-texts.ts';
import { call } from '../../client/client.ts';
import { t } from '../../messages/messages.ts';
import { togglePdfs } from '../../stores/query.ts';
import { forgetHits } from '../../stores/pdf-hits.ts';
import { useSelection } from '../../stores/selection.ts';

/** How often it is asked how far the PDFs have been read, while they are, ms. */
const EVERY = 2000;

/** Whether words are looked for in PDFs too; while not all of them have been read, how far that is. */
export function PdfScope() {
  const on = useSelection((state) => state.query.pdfs);
  const reading = useReadingOf(on);
  return (
    <>
      <button type="button" className="button button-quiet pdf-scope" aria-pressed={on} onClick={togglePdfs}><FileSearch size={14} strokeWidth={1.8} aria-hidden="true" />{t('list.inPdfs')}</button>
      {reading === null ? null : <span role="status">{t('list.pdfsRead', reading)}</span>}
    </>
  );
}

/** How many PDFs have been read, asked while it is wanted and until all are. */
function useReadingOf(on: boolean): TextProgress | null {
  const [reading, setReading] = useState<TextProgress | null>(null);
  useEffect(() => {
    if (!on) return setReading(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async (): Promise<void> => {
      const answer = await call('pdf.textProgress', {});
      if (gone || !answer.ok) return;
      const more = answer.value.read < answer.value.pdfs;
      setReading((before) => { if (before !== null && before.read !== answer.value.read) forgetHits(); return more ? answer.value : null; });
      if (more) timer = setTimeout(() => void look(), EVERY);
    };
    void look();
    return () => { gone = true; clearTimeout(timer); };
  }, [on]);
  return reading;
}
