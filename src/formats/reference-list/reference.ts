import type { CslItem, CslName } from '../../model/csl.ts';
import { authorsAt } from './authors.ts';
import { easternAt } from './eastern.ts';
import { listedNames, loneName, shortNames } from './people-list.ts';
import { sourceOf } from './source.ts';
import { bare, titleAt } from './title.ts';

const DOI = /\b10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;:)\]}]/;
const ARXIV = /\barXiv ?: ?((?:[a-z-]+ ?(?:\.[A-Z]{2})? ?\/ ?\d{7})|\d{4} ?\. ?\d{4,5})(?:v\d+)?/i;
const YEAR = /(?<![\d.:/–-])(1[5-9]\d\d|20[0-4]\d)[a-z]?(?![\d–/-]|\.\d)/g;

/** A reference as printed at the end of a paper, in whatever style: authors, year, title, where it stands. */
export function referenceOf(raw: string): CslItem {
  const text = tidy(raw);
  const item: CslItem = { type: 'document' };
  const doi = doiOf(text);
  if (doi) item.DOI = doi;
  const arxiv = ARXIV.exec(text)?.[1]?.replace(/ /g, '');
  if (arxiv) item.number = `arXiv:${arxiv}`;
  const url = /https?:\/\/(?!(?:dx\.)?doi\.org)\S+[^\s.,;)\]]/.exec(text)?.[0];
  if (url) item.URL = url;
  const { names, title, after, start } = partsOf(text);
  if (names.length > 0) item.author = names;
  if (title) item.title = title;
  const year = yearOf(text, start, after);
  if (year) item.issued = { 'date-parts': [[year]] };
  Object.assign(item, sourceOf(text.slice(after), doi));
  item.type = item['container-title'] ? (/^in:? /i.test(text.slice(after).replace(/^[\s.,]+/, '')) || /\bProc(?:eedings|\.)/.test(item['container-title']) ? 'paper-conference' : 'article-journal') : arxiv ? 'article' : item.publisher ? 'book' : 'document';
  return item;
}

interface Parts { names: CslName[]; start: number; title: string; after: number }

/** Names and title, and where each ends; `start` is where year and title begin. */
function partsOf(text: string): Parts {
  const eastern = easternAt(text);
  if (eastern) return { names: eastern.names.map((literal) => ({ literal })), start: eastern.end, title: bare(eastern.title), after: eastern.after };
  const { names, end } = authorsAt(text);
  const before = Math.max(end, namesBefore(text, end), listedNames(text), loneName(text), shortNames(text));
  const editors = editorsAt(text, before);
  if (editors > before) return { names, start: before, ...titleAt(text, editors) };
  const far = titleAt(text, before);
  const start = before > end && (far.title.length < 4 || /^(?:[\W\d]*$|URL|https?:|theorem|chapter)/i.test(far.title)) ? end : before;
  return { names, start, ...(start === before ? far : titleAt(text, end)) };
}

/** Where editors end, when a book without a chapter's title follows: `in: C. Beck (Ed.), Clusters in Nuclei`. */
function editorsAt(text: string, from: number): number {
  const within = /^[\s,.:]*[Ii]n:? +(?=\p{Lu})/u.exec(text.slice(from))?.[0].length ?? 0;
  if (within === 0 || from === 0) return from;
  const { names, end } = authorsAt(text.slice(from + within));
  return names.length > 0 && /^[\s,]*\(? ?[Ee]d(?:s|itors?)?\b/.test(text.slice(from + within + end)) ? from + within + end : from;
}

/** Names of any shape end where a year in brackets, or between stops, follows them: no running words stand before it. */
function namesBefore(text: string, end: number): number {
  if (end > 0 && /^[\s.,:;]*[\p{Script=Han}\p{Script=Hangul}]/u.test(text.slice(end))) return end;
  const dated = /^.{2,160}?(?=[\s.,]*(?:\((?:1[5-9]|20)\d\d[a-z]?\)|[.,] ?(?:1[5-9]|20)\d\d[a-z]?[.,:]))/u.exec(text)?.[0] ?? '';
  return dated.length > end && (dated.slice(end).match(/(?<![\p{L}'’-])\p{Ll}{4,}/gu) ?? []).length <= 1 && (end === 0 || (dated.length - end < 60 && !/[\d:]|(?<![\p{L}.])(?:[Tt]he|in|of|for|on|to|with|by|from)(?![\p{L}.])/u.test(dated.slice(end)))) ? dated.length : end;
}

/** Without the number in front, and with the blanks that text taken from PDFs has before its punctuation taken out. */
const tidy = (raw: string): string => raw.replace(/\s+/g, ' ').replace(/^ *(?:\[[^\]]{1,12}\]|\(\d{1,4}\)|\d{1,4}[.)](?= ?\D)|\d{1,3}-(?=\p{Lu}\p{Ll}))\s*/u, '').replace(/ +([,.;:])/g, '$1').replace(/([,;])(?=[\p{L}“"‘])/gu, '$1 ').replace(/(?<=\p{Ll}{3}|\p{Ll}\))\.(?=\p{Lu}(?:[\p{L}.]| \p{Lu}))/gu, '. ').replace(/(?<=\p{L}) -(?=\p{L})|(?<=\p{Ll})- (?=\p{Ll})(?!(?:and|or|und|oder|et|y) )/gu, '-').replace(/(?<=\p{L}{2})([,;])(?=\d)/gu, '$1 ').replace(/\(\s+/g, '(').replace(/\s+\)/g, ')').trim();

/** A DOI, also one that its page has broken; brackets that were opened outside do not belong to it. */
function doiOf(text: string): string | undefined {
  const found = DOI.exec(text.replace(/(10\.\d{4,9}) ?\/ ?/g, '$1/'))?.[0];
  if (!found) return undefined;
  const cut = found.replace(/(?:,?(?:arXiv|PMID|PubMed).*|\.?(?:URL|PMID).*)$/i, '').replace(/\(\d{4}$/, '').replace(/[.,;]$/, '');
  return cut.includes('(') && !cut.includes(')') ? `${cut})` : cut;
}

/** The year in brackets, else the one after the names, else the last that stands apart from pages and numbers. */
function yearOf(text: string, names: number, after: number): number | undefined {
  const early = /^[\s.,:;]*\(?((?:1[5-9]|20)\d\d)[a-z]?\b(?!\s*[–-]\s*\d)/.exec(text.slice(names, names + 14).replace(/^[\s,.]*(?:\(?[Ee]ds?\.\)?)/, ''))?.[1];
  if (early) return Number(early);
  const plain = text.replace(/https?:\S+|10\.\d{4,9}\/\S+|arXiv ?: ?\S+/gi, ' ');
  const bracketed = /\((?:[^()]{0,30}[\s,.])?((?:1[5-9]|20)\d\d)[a-z]?\s?\)/.exec(plain.slice(Math.min(names, plain.length)))?.[1];
  if (bracketed) return Number(bracketed);
  const all = [...plain.matchAll(YEAR)].map((match) => ({ year: Number(match[1]), at: match.index }));
  const outside = all.filter(({ at }) => at >= after);
  return (outside.at(-1) ?? all.at(-1))?.year ?? looser(plain);
}

const looser = (text: string): number | undefined => { const found = [...text.matchAll(/(?<!\d)(1[6-9]\d\d|20[0-4]\d)(?!\d)/g)].at(-1)?.[1]; return found ? Number(found) : undefined; };
