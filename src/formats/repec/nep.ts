import type { Draft, Format, Reading } from '../format.ts';
import { personOf } from '../person.ts';
import { withRest } from '../tagged/reading.ts';
import { draftOf, newItem, type Creator } from '../zotero/item.ts';

/** An announcement of NEP, New Economics Papers: numbered papers with labelled lines, on the web and by mail. */
export const nep: Format = { name: 'nep', extensions: ['txt'], recognise: (head) => (/d\.repec\.org\/n\?u=RePEc:/.test(head) && /^\s*\d+\.\s+\S/m.test(head) && /^\s*URL:/m.test(head) ? 0.94 : 0), read };

const NUMBERED = /^\s*\d{1,4}\.\s+(\S.*)$/;
const LABEL = /^\s*(By|Date|URL|Keywords|JEL|Abstract|Note|DOI)\s*:\s*(.*)$/;
const RULE = /^\s*-{10,}\s*$/;

interface Announced { line: number; title: string[]; fields: Map<string, string[]>; abstract: string[] }

function read(text: string): Reading {
  const announced: Announced[] = [];
  let paper: Announced | null = null;
  let label: string | null = null;
  let apart = true;
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).entries()) {
    const title = NUMBERED.exec(raw)?.[1];
    const [, name, value = ''] = LABEL.exec(raw) ?? [];
    const said = raw.trim();
    // A number within an abstract stands in the middle of its paragraph.
    if (title !== undefined && apart) { paper = { line: index + 1, title: [title.trim()], fields: new Map(), abstract: [] }; announced.push(paper); label = 'title'; }
    else if (!paper || RULE.test(raw)) { paper = null; label = null; }
    else if (name !== undefined) { label = name; paper.fields.set(name, [...(paper.fields.get(name) ?? []), value.trim()]); }
    else if (said === '') { if (label === 'title' && paper.fields.size === 0) label = null; else if (paper.abstract.length > 0 && paper.abstract.at(-1) !== '') paper.abstract.push(''); }
    else if (label === 'title') paper.title.push(said);
    else if (label === 'By' && isPerson(said)) paper.fields.get('By')?.push(said);
    else if (label === 'Keywords' && paper.abstract.length > 0) paper.fields.get('Keywords')?.push(said);
    else { paper.abstract.push(said); if (label === 'By') label = null; }
    apart = said === '' || RULE.test(raw);
  }
  // The list of contents has the same numbers and titles, and no address.
  const papers = announced.filter(({ fields }) => fields.has('URL') || fields.has('By'));
  return { drafts: papers.map(draftFrom), problems: [], leftOut: [], origin: {} };
}

/** A name alone or with a body in brackets; running text is longer or ends as a sentence. */
const isPerson = (text: string): boolean => /\)\s*;?$/.test(text) || (text.split(/\s+/).length <= 5 && !/[.!?]$/.test(text));

function draftFrom({ line, title, fields, abstract }: Announced): Draft {
  const one = (name: string): string => (fields.get(name) ?? []).join(' ').trim();
  const item = newItem('report');
  const put = (field: string, value: string | undefined): void => { if (value) item.fields[field] = value; };
  const by = (fields.get('By') ?? []).flatMap((said) => said.split(/;\s/)).map((said) => said.replace(/;$/, '').trim()).filter(Boolean);
  put('title', title.join(' '));
  put('date', one('Date'));
  put('url', one('URL'));
  put('DOI', one('DOI'));
  put('abstractNote', [...(fields.get('Abstract') ?? []), ...abstract].join('\n').trim().split(/\n{2,}/).map((part) => part.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n\n'));
  put('archiveLocation', /[?&]u=(RePEc:[^&\s]+)/i.exec(one('URL'))?.[1]);
  if (item.fields['archiveLocation'] !== undefined) put('archive', 'RePEc');
  item.creators = by.map(authorOf).filter(({ lastName }) => lastName !== '');
  item.tags = one('Keywords').split(/[,;]/).map((word) => word.trim()).filter(Boolean);
  item.notes = (fields.get('Note') ?? []).filter(Boolean);
  const bodies = by.flatMap((said) => /\((.*)\)$/.exec(said)?.[1] ?? []);
  return { ...withRest(draftOf(item, { every: true }), [...bodies.map((body): [string, string] => ['repec:Author-Workplace-Name', body]), ...(one('JEL') ? [['repec:Classification-JEL', one('JEL')] as [string, string]] : [])]), line };
}

function authorOf(said: string): Creator {
  const name = said.replace(/\s*\(.*$/, '').trim();
  return personOf(name, 'author', { comma: name.includes(',') });
}
