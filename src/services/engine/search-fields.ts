import { plainAbstract } from '../../library/abstract-text.ts';
import { yearOf } from '../../library/fold.ts';
import { identifiersOf } from '../../identify/item-identifiers.ts';
import { under } from '../../library/multi-map.ts';
import { nameOf } from '../../library/row.ts';
import { wordsOfMark } from '../../library/words-of-mark.ts';
import type { LibraryState } from '../../library/state.ts';
import type { Paper } from '../../model/paper.ts';
import type { SearchFields } from '../../search/fields.ts';

/** What search knows of a paper. */
export function fieldsOf(state: LibraryState, paper: Paper): SearchFields {
  const { id, item, links, tags, citationKey } = paper;
  return {
    title: plainAbstract(item.title ?? ''), authors: [...(item.author ?? []), ...(item.editor ?? [])].map((name) => [name.given, nameOf(name)].filter(Boolean).join(' ')), abstract: plainAbstract(item.abstract ?? ''),
    venue: item['container-title'] ?? item.publisher ?? '', tags: [...tags, ...markTags(state, id)].map((tag) => state.tag.get(tag)?.name ?? ''), key: citationKey,
    notes: [...textsAround(state, id)].join('\n\n'),
    ids: identifiersOf(item, links).map((identifier) => identifier.slice(identifier.indexOf(':') + 1)), year: yearOf(item), print: printOf(state, paper),
  };
}

/** The tags on a paper's marks, each once. */
const markTags = (state: LibraryState, id: string): string[] => [...new Set([...under(state.index.annotation, id)].flatMap((mark) => state.annotation.get(mark)?.tags ?? []))];

/** What was written about a paper: its notes, the comments of its marks, and the words marked in its PDFs. */
function* textsAround(state: LibraryState, id: string): Generator<string> {
  for (const note of under(state.index.note, id)) yield state.note.get(note)?.markdown ?? '';
  for (const mark of under(state.index.annotation, id)) {
    const annotation = state.annotation.get(mark);
    if (annotation === undefined) continue;
    yield annotation.comment;
    for (const tag of annotation.tags) yield state.tag.get(tag)?.name ?? '';
    // The words of an abstract are known already; those of a PDF only from here.
    if (annotation.target.type === 'pdf') yield wordsOfMark(annotation.selector.exact);
  }
}

/**
 * A number made of all that `fieldsOf` reads, and more: a paper whose print is the one it was indexed with need not be
 * indexed again, whatever happened to the library's files since. Costs some microseconds.
 */
export function printOf(state: LibraryState, { id, item, links, tags, citationKey }: Paper): number {
  const print = new Print();
  print.add(item);
  print.add(links);
  print.add(citationKey);
  for (const tag of tags) print.add(state.tag.get(tag)?.name);
  for (const text of textsAround(state, id)) print.add(text);
  return print.value;
}

/** Two hashes side by side (FNV-1a and one with another prime), as one number of 53 bits. */
class Print {
  #one = 0x811c9dc5;
  #two = 0x9dc5811c;

  add(value: unknown): void {
    if (typeof value === 'string') this.#text(value);
    else if (typeof value !== 'object' || value === null) this.#text(String(value));
    else {
      for (const key in value) this.add((value as Record<string, unknown>)[key]);
      this.#text('');
    }
  }

  #text(text: string): void {
    let [one, two] = [this.#one, this.#two];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x85ebca6b);
    }
    // Where one text ends and the next begins counts too.
    this.#one = Math.imul(one ^ 0x1ffff, 0x01000193);
    this.#two = Math.imul(two ^ 0x1ffff, 0x85ebca6b);
  }

  get value(): number {
    const [one, two] = [this.#one ^ (this.#one >>> 15), this.#two ^ (this.#two >>> 13)];
    return (two & 0x1fffff) * 2 ** 32 + (one >>> 0);
  }
}
