import { under } from '../../library/multi-map.ts';
import type { LibraryState } from '../../library/state.ts';
import type { FactTest } from '../../search/evaluate.ts';
import type { Paper } from '../../model/paper.ts';

/** Answers what search asks beyond words: `is:unread`, `has:pdf`, `type:book`. */
export const factTest = (state: LibraryState): FactTest => (id, name, value) => {
  const paper = state.paper.get(id) ?? state.trash.paper.get(id);
  if (!paper) return false;
  if (name === 'type') return paper.item.type === value || paper.item.type.startsWith(`${value}-`) || paper.item.type.endsWith(`-${value}`);
  return name === 'is' ? isA(paper, value) : has(state, paper, value);
};

function isA(paper: Paper, value: string): boolean {
  if (value === 'unread') return paper.status === 'inbox' || paper.status === 'later';
  if (value === 'starred' || value === 'rated') return (paper.rating ?? 0) > 0;
  if (value === 'doubtful') return Object.keys(paper.doubts ?? {}).length > 0;
  return paper.status === value;
}

function has(state: LibraryState, paper: Paper, value: string): boolean {
  switch (value) {
    case 'pdf': return [...under(state.index.attachment, paper.id)].some((id) => state.attachment.get(id)?.mediaType === 'application/pdf');
    case 'file': case 'attachment': return under(state.index.attachment, paper.id).size > 0;
    case 'note': case 'notes': return under(state.index.note, paper.id).size > 0;
    case 'mark': case 'marks': case 'highlight': case 'highlights': case 'annotation': return under(state.index.annotation, paper.id).size > 0;
    case 'abstract': return (paper.item.abstract ?? '') !== '';
    case 'tag': case 'tags': return paper.tags.length > 0;
    case 'code': case 'data': return paper.links.some((link) => link.kind === value);
    case 'link': case 'links': return paper.links.length > 0;
    case 'doi': return (paper.item.DOI ?? '') !== '';
    default: return false;
  }
}
