import { findDoi, namedArxivId } from '../../identify/identifiers.ts';
import type { CslItem } from '../../model/csl.ts';
import type { Draft } from '../format.ts';
import type { Entry } from './assemble.ts';
import { showEscapes } from './escapes.ts';
import { dateOf, namesOf } from './kinds.ts';
import { linksIn } from './links.ts';

/** A paper out of the lines that are its own. What the page does not say stays empty. */
export function draftOf(entry: Entry): Draft {
  const abstract = entry.abstract.map(({ text }) => showEscapes(text.replace(/^abstract\s*[:.—-]\s*/i, ''))).join('\n\n');
  const facts = entry.facts.map(({ kind, line }) => ({ kind, text: line.text, href: line.href }));
  const authors = facts.filter(({ kind }) => kind === 'authors').flatMap(({ text }) => namesOf(text) ?? namesOf(`by ${text}`) ?? []);
  const issued = facts.filter(({ kind }) => kind === 'date').map(({ text }) => dateOf(text)).find((date) => date?.['date-parts']);
  const { item, links } = identified([entry.title.href ?? '', ...facts.flatMap(({ text, href, kind }) => (kind === 'title' || kind === 'prose' ? [] : [text, href ?? '']))]);
  return {
    item: {
      type: 'article', title: showEscapes(entry.title.text.replace(/^title\s*:\s*/i, '').replace(/^\[?\d{1,3}[.)\]]\s+/, '')), ...(abstract ? { abstract } : {}),
      ...(authors.length > 0 ? { author: authors } : {}), ...(issued ? { issued } : {}), ...item,
    },
    links: [...links, ...linksIn(abstract)],
    line: entry.title.number,
    ...doubts(entry, facts),
  };
}

/** The identifier that a paper's own lines and links carry; the page of the paper becomes a link. */
function identified(texts: string[]): { item: Partial<CslItem>; links: NonNullable<Draft['links']> } {
  const arxiv = texts.map(namedArxivId).find((id) => id !== null);
  const doi = texts.map(findDoi).find((found) => found !== null);
  const pages = texts.flatMap((text) => linksIn(text)).filter(({ url }) => namedArxivId(url) === null);
  return {
    item: { ...(doi ? { DOI: doi } : {}), ...(arxiv ? { number: `arXiv:${arxiv}`, URL: `https://arxiv.org/abs/${arxiv}` } : {}) },
    links: pages,
  };
}

function doubts(entry: Entry, facts: { kind: string; text: string }[]): { doubts?: Record<string, string> } {
  const found: Record<string, string> = {};
  if (entry.doubtful) found['title'] = entry.doubtful;
  if (facts.some(({ kind, text }) => kind === 'authors' && /et al\.?$|\+\s*\d+|\d+ (?:others|more)$/i.test(text))) found['author'] = 'The page names only some of the authors.';
  if (facts.some(({ kind, text }) => kind === 'date' && dateOf(text)?.literal)) found['issued'] = 'The page gives a date without a year.';
  return Object.keys(found).length > 0 ? { doubts: found } : {};
}
