import type { Paper } from '../model/paper.ts';

/** What hangs on a paper, for `has:`. */
export interface Belongings { pdf: boolean; note: boolean; marks: number }

/** Whether `is:read`, `has:pdf`, `type:book` and the like hold of a paper; an unknown word holds of none. */
export function factHolds(paper: Paper, belongings: Belongings, name: 'is' | 'has' | 'type', value: string): boolean {
  if (name === 'type') return paper.item.type === value || paper.item.type.split('-').includes(value);
  if (name === 'is') return isSo(paper, value);
  return has(paper, belongings, value);
}

function isSo(paper: Paper, value: string): boolean {
  switch (value) {
    case 'unread': return paper.status !== 'read' && paper.status !== 'archived';
    case 'starred': case 'rated': return (paper.rating ?? 0) > 0;
    case 'untagged': return paper.tags.length === 0;
    case 'doubtful': case 'uncertain': return Object.keys(paper.doubts ?? {}).length > 0;
    default: return paper.status === value;
  }
}

function has(paper: Paper, { pdf, note, marks }: Belongings, value: string): boolean {
  switch (value) {
    case 'pdf': case 'file': return pdf;
    case 'note': case 'notes': return note;
    case 'mark': case 'marks': case 'highlight': case 'highlights': case 'annotation': case 'annotations': return marks > 0;
    case 'tag': case 'tags': return paper.tags.length > 0;
    case 'abstract': case 'title': case 'author': return (paper.item[value]?.length ?? 0) > 0;
    case 'year': case 'date': return paper.item.issued !== undefined;
    case 'doi': return Boolean(paper.item.DOI);
    case 'link': case 'links': return paper.links.length > 0;
    default: return paper.links.some((link) => link.kind === value);
  }
}
