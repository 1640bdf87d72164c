import type { PaperLink } from '../../model/paper.ts';

const CODE = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sourceforge\.net|[\w-]+\.github\.com|huggingface\.co\/(?!datasets|papers))/i;
const DATA = /^https?:\/\/(?:www\.)?(?:zenodo\.org|figshare\.com|kaggle\.com|dataverse\.|datadryad\.org|osf\.io|huggingface\.co\/datasets)/i;
const SAID_DATA = /\b(?:data ?sets?|corpus|benchmark data|data)\b[^.]{0,60}$/i;
const SAID_CODE = /\b(?:code|implementation|software|models?|source)\b[^.]{0,80}$/i;

/** The addresses in a text as links, each once; a link is code or data when its host or the words before it say so. */
export function linksIn(text: string): PaperLink[] {
  if (!text.includes('http')) return [];
  const links = new Map<string, PaperLink>();
  for (const match of text.matchAll(/https?:\/\/[^\s<>"{}|\\^`]+/g)) {
    const url = trimmed(match[0]);
    if (!links.has(url)) links.set(url, { kind: kindOf(url, text.slice(0, match.index)), url });
  }
  return [...links.values()];
}

/** An address ends before punctuation that belongs to the sentence, and before a bracket it did not open. */
function trimmed(url: string): string {
  let depth = 0;
  let end = url.length;
  for (let i = 0; i < url.length; i++) {
    if (url[i] === '(') depth++;
    if (url[i] === ')' && --depth < 0) { end = i; break; }
  }
  return url.slice(0, end).replace(/[.,;:!?'’”\]]+$/, '');
}

function kindOf(url: string, before: string): PaperLink['kind'] {
  if (/\.pdf$/i.test(url)) return 'pdf';
  if (DATA.test(url)) return 'data';
  if (CODE.test(url)) return 'code';
  if (SAID_DATA.test(before)) return 'data';
  return SAID_CODE.test(before) ? 'code' : 'page';
}
