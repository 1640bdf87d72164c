import type { Output } from '../../contract/contract.ts';
import { plainAbstract } from '../../library/abstract-text.ts';
import type { Library } from '../library.ts';
import { print, printJson } from '../output.ts';
import { authorsOf, idsOf, papersByIds, yearOf, type ShownPaper } from '../papers.ts';

type Detail = Output<'papers.get'>;

/** `sheaf show PAPER…`: everything about a paper, abstract, marks and notes included. */
export async function showPapers(library: Library, names: string[], options: { json?: boolean }): Promise<void> {
  const ids = await idsOf(library, names);
  const papers = await papersByIds(library, ids);
  const details = await Promise.all(papers.map((paper) => library.call('papers.get', { id: paper.id })));
  const shown = papers.map((paper, index) => ({ paper, detail: details[index] }));
  if (options.json) return printJson({ papers: shown.map(({ paper, detail }) => ({ ...paper, notes: detail?.notes, annotations: detail?.annotations, attachments: detail?.attachments })) });
  await print(shown.map(({ paper, detail }) => wording(paper, detail)).join('\n\n'));
}

function wording(paper: ShownPaper, detail: Detail | undefined): string {
  const { item } = paper;
  return [
    item.title ?? '(no title)',
    [authorsOf(item), yearOf(item), item['container-title']].filter(Boolean).join(' · '),
    [`key ${paper.citationKey}`, `status ${paper.status}`, item.DOI && `doi ${item.DOI}`, item.URL].filter(Boolean).join(' · '),
    paper.tags.length ? `tags ${paper.tags.join(', ')}` : '',
    item.abstract ? `\n${plainAbstract(item.abstract)}` : '',
    ...(detail?.annotations ?? []).map((mark) => `\n${mark.kind}, ${mark.colour}: “${mark.selector.exact}”${mark.comment ? `\n  ${mark.comment}` : ''}`),
    ...(detail?.notes ?? []).map((note) => `\nNote\n${note.markdown.trim()}`),
    ...(detail?.attachments ?? []).map((file) => `\nFile ${file.path}`),
  ].filter(Boolean).join('\n');
}
