import type { PdfHit } from '../../../src/contract/pdf-texts.ts';
import { t } from '../../messages/messages.ts';
import { Marked } from './Marked.tsx';

/** Where in the PDF the words stand; a click there opens the page. */
export function PdfPassage({ hit }: { hit: PdfHit }) {
  return <div className="row-passage row-pdf-hit" data-pdf-hit={hit.paper}><span className="row-pdf-page">{t('list.inPdf', { page: hit.label, more: hit.pages - 1 })}</span> <Marked passage={hit.passage} /></div>;
}
