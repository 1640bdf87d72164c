import type { Library } from '../library.ts';
import { EXIT, Exit, line, print } from '../output.ts';
import type { ShownPaper } from '../papers.ts';
import { authorsOf, papersOf, yearOf } from '../papers.ts';

/** `sheaf list` and `sheaf search WORDS`: a line a paper, or `{"papers":[…]}`. */
export async function listPapers(library: Library, text: string, options: { json?: boolean; limit?: number }): Promise<void> {
  const limit = options.limit ?? Infinity;
  let shown = 0;
  if (options.json) await print('{"papers":[');
  for await (const page of papersOf(library, text)) {
    const taken = page.slice(0, limit - shown);
    if (taken.length > 0) await print(options.json ? (shown > 0 ? ',' : '') + taken.map((paper) => JSON.stringify(paper)).join(',\n') : taken.map(lineOf).join('\n'));
    shown += taken.length;
    if (shown >= limit) break;
  }
  if (options.json) await print(']}');
  if (shown === 0 && text !== '') throw new Exit(EXIT.nothing, options.json ? '' : 'Nothing found.');
}

function lineOf(paper: ShownPaper): string {
  return line([paper.citationKey.padEnd(28), yearOf(paper.item).padEnd(4), authorsOf(paper.item), paper.item.title ?? '', paper.tags.map((tag) => `#${tag}`).join(' ')]);
}
