import { placeFrom } from '../../citation/place.ts';
import { QUICK_COPIES, type Around } from '../../citation/quick-copy.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf } from '../papers.ts';
import { usual } from '../usual.ts';

export interface CiteOptions { style?: string; locale?: string; format: string; html?: boolean; at?: string; prefix?: string; suffix?: string; author: boolean; json?: boolean }

/** What `--format` takes; `text` and `html` are the reference, as plain text and as HTML. */
export const CITE_AS = ['text', 'html', ...QUICK_COPIES] as const;

/** `sheaf cite PAPER…`: references or a citation as a style prints them, or as a source text has them. */
export async function cite(library: Library, names: string[], options: CiteOptions): Promise<void> {
  const asked = CITE_AS.find((name) => name === options.format);
  if (asked === undefined) throw new Exit(EXIT.usage, `Unknown format "${options.format}": ${CITE_AS.join(', ')}.`);
  const format = asked === 'text' || asked === 'html' ? 'reference' : asked;
  const { citationStyle, citationLocale } = usual();
  const made = await library.call('cite.quick', { selection: { ids: await idsOf(library, names) }, format, style: options.style ?? citationStyle, locale: options.locale ?? citationLocale, around: aroundOf(options), ...(options.json ? {} : { only: asked === 'html' || options.html ? 'html' as const : 'text' as const }) });
  if (options.json) return printJson({ format, ...made });
  await print((asked === 'html' || options.html ? made.html : undefined) ?? made.text);
}

/** What was said about the citation; `--at` takes a place as people write it, else it is a page. */
function aroundOf({ at = '', prefix = '', suffix = '', author }: CiteOptions): Around {
  const place = at === '' ? null : placeFrom(at) ?? { label: 'page' as const, locator: at };
  return { locator: '', label: 'page', ...place, prefix, suffix, suppressAuthor: !author };
}
