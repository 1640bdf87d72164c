import type { Cite } from './cite.ts';

const LABELS: readonly (readonly [RegExp, Cite['label']])[] = [
  [/^(?:p|pp|pages?)\b\.?\s*/i, 'page'], [/^(?:ch|chap|chapter)\b\.?\s*/i, 'chapter'], [/^(?:sec|section|§)\.?\s*/i, 'section'], [/^(?:para|paragraph|¶)\.?\s*/i, 'paragraph'], [/^(?:fig|figure)\b\.?\s*/i, 'figure'],
  [/^(?:l|line|lines)\b\.?\s*/i, 'line'], [/^(?:n|note)\b\.?\s*/i, 'note'], [/^(?:vol|volume)\b\.?\s*/i, 'volume'], [/^(?:v|verse)\b\.?\s*/i, 'verse'],
];
const NUMBERS = /^[\divxlc]+[a-z]?(?:\s*[-–,]\s*[\divxlc]+[a-z]?)*$/i;

/** A place in a work as people type it (`p. 4`, `pp. 12-15`, `ch 3`); null when it is something else, words to search for. */
export function placeFrom(text: string): Pick<Cite, 'label' | 'locator'> | null {
  const typed = text.trim();
  for (const [start, label] of LABELS) {
    const [begun] = start.exec(typed) ?? [];
    const locator = begun === undefined ? '' : typed.slice(begun.length).trim();
    if (/\d/.test(locator) && NUMBERS.test(locator)) return { label, locator };
  }
  return null;
}
