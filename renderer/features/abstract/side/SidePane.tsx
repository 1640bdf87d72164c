import type { PaperDetail } from '../../../../src/contract/views.ts';
import { t } from '../../../messages/messages.ts';
import { FilesSection } from '../../files/index.ts';
import { NotePane } from '../../notes/index.ts';
import type { PlacedMarks } from '../reading/marks.ts';
import { About } from './About.tsx';
import { MarkCards } from './MarkCards.tsx';
import { Relations } from './Relations.tsx';

/** Beside the abstract or the PDF: marks, note, origin. */
export function SidePane({ detail, placed, onGo }: { detail: PaperDetail; placed: PlacedMarks; onGo: (id: string) => void }) {
  return (
    <aside className="side-pane" aria-label={t('abstract.side')}>
      <MarkCards placed={placed} citationKey={detail.paper.citationKey} onGo={onGo} />
      <NotePane key={detail.paper.id} paper={detail.paper.id} notes={detail.notes} />
      <FilesSection detail={detail} />
      <Relations relations={detail.relations} />
      <About paper={detail.paper} />
    </aside>
  );
}
