import type { Draft, Format, Reading } from '../format.ts';
import { referenceOf } from './reference.ts';

/** A list of references as printed at the end of a paper, one a paragraph or line, with or without numbers. */
export const referenceList: Format = { name: 'references', extensions: ['txt'], recognise, read };

/** The sign that a line begins a reference: a number in brackets, or names with initials. */
const NUMBERED = /^\s*(?:\[\w{1,12}\]|\d{1,4}[.)])\s+\S/;
const NAMED = /^\s*(?:[\p{Lu}][\p{L}'’-]+,? (?:\p{Lu}\.? ?-?){1,3}[,.;& ]|(?:\p{Lu}\. ?-?){1,3}[\p{Lu}][\p{L}'’-]+[,. ])/u;
const DATED = /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/;

/** Most lines have a year, and begin as references do; a list of papers on a web page does not. */
function recognise(head: string): number {
  if (/<[a-z]+[\s>]/i.test(head)) return 0;
  const entries = entriesOf(head).map(({ text }) => text).filter((text) => text.length < 1500);
  if (entries.length === 0) return 0;
  const likely = entries.filter((text) => text.length > 30 && DATED.test(text) && (NUMBERED.test(text) || NAMED.test(text)));
  return likely.length / entries.length > 0.6 ? 0.6 : 0;
}

function read(text: string): Reading {
  const reading: Reading = { drafts: [], problems: [], leftOut: [], origin: {} };
  for (const { text: raw, line } of entriesOf(text)) {
    const item = referenceOf(raw.slice(0, 2000));
    if (isReference(item)) reading.drafts.push(draftOf(raw, item, line));
    else reading.leftOut.push({ text: raw.slice(0, 200), line, reason: 'not a reference' });
  }
  return reading;
}

/** A title alone is a heading or a remark (`see also`); a reference says who, when or where as well. */
const isReference = ({ title, author, issued, DOI, number, URL, ...item }: Draft['item']): boolean => (title ? [author, issued, DOI, number, URL, item['container-title'], item.publisher].some(Boolean) : Boolean(author && issued));

/** The words of the reference stay beside it; a title guessed between commas is a doubt. */
const draftOf = (raw: string, item: Draft['item'], line: number): Draft => ({ item, line, verbatim: { format: 'references', fields: { reference: raw } }, ...(item.title ? {} : { doubts: { title: 'No title was found in the reference.' } }) });

/** Paragraphs where blank lines or numbers part the references; lines else. A broken line continues its reference. */
function entriesOf(text: string): { text: string; line: number }[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const numbered = lines.filter((line) => NUMBERED.test(line)).length >= 2;
  const spaced = lines.filter((line) => line.trim() === '').length >= 2;
  const entries: { text: string; line: number }[] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) { open = false; continue; }
    const last = entries.at(-1);
    const goesOn = last !== undefined && open && (numbered ? !NUMBERED.test(line) : spaced || /^\s{2,}/.test(line));
    if (goesOn) last.text = `${last.text.replace(/(?<=\p{L})-$/u, '')}${/\p{L}-$/u.test(last.text) ? '' : ' '}${line.trim()}`;
    else entries.push({ text: line.trim(), line: index + 1 });
    open = true;
  }
  return entries;
}
