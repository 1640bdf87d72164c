import type { CslItem } from '../../../model/csl.ts';

type Kind = readonly [bibtex: string, biblatex: string, subtype?: string];

/** Entry types by Zotero's item types, as Better BibTeX chooses them: BibTeX gets only those that its own styles know. */
const BY_ITEM_TYPE: Readonly<Record<string, Kind>> = {
  artwork: ['misc', 'artwork'], audioRecording: ['misc', 'audio'], bill: ['misc', 'legislation'], blogPost: ['misc', 'online'], book: ['book', 'book'], bookSection: ['incollection', 'incollection'], case: ['misc', 'jurisdiction'], computerProgram: ['misc', 'software'], conferencePaper: ['inproceedings', 'inproceedings'], dictionaryEntry: ['misc', 'inreference'], dataset: ['misc', 'dataset'], document: ['misc', 'misc'], email: ['misc', 'letter'], encyclopediaArticle: ['incollection', 'inreference'], film: ['misc', 'video', 'film'], forumPost: ['misc', 'online'], hearing: ['misc', 'jurisdiction'], instantMessage: ['misc', 'misc'], interview: ['misc', 'misc'], journalArticle: ['article', 'article'], letter: ['misc', 'letter'],
  magazineArticle: ['article', 'article', 'magazine'], manuscript: ['unpublished', 'unpublished'], map: ['misc', 'misc'], newspaperArticle: ['article', 'article', 'newspaper'], patent: ['patent', 'patent'], podcast: ['misc', 'audio'], preprint: ['misc', 'online'], presentation: ['misc', 'unpublished'], radioBroadcast: ['misc', 'audio'], report: ['techreport', 'report'], standard: ['misc', 'standard'], statute: ['misc', 'legislation'], thesis: ['phdthesis', 'thesis'], tvBroadcast: ['misc', 'video', 'tvbroadcast'], videoRecording: ['misc', 'video', 'video'], webpage: ['misc', 'online'],
};

/** Entry types of a type of CSL that Extra names in place of Zotero's. */
const BY_CSL: Readonly<Partial<Record<CslItem['type'], Kind>>> = {
  article: ['article', 'article'], 'article-journal': ['article', 'article'], 'article-magazine': ['article', 'article', 'magazine'], 'article-newspaper': ['article', 'article', 'newspaper'], bill: ['misc', 'legislation'], book: ['book', 'book'], broadcast: ['misc', 'misc', 'broadcast'], chapter: ['incollection', 'incollection'], dataset: ['misc', 'dataset'], entry: ['incollection', 'inreference'], 'entry-dictionary': ['incollection', 'inreference'], 'entry-encyclopedia': ['incollection', 'inreference'], figure: ['misc', 'image'], graphic: ['misc', 'image'], interview: ['misc', 'misc', 'interview'], legal_case: ['misc', 'jurisdiction'], legislation: ['misc', 'legislation'], manuscript: ['unpublished', 'unpublished'], map: ['misc', 'misc', 'map'], motion_picture: ['misc', 'movie'],
  musical_score: ['misc', 'audio'], pamphlet: ['booklet', 'booklet'], 'paper-conference': ['inproceedings', 'inproceedings'], patent: ['patent', 'patent'], personal_communication: ['misc', 'letter'], post: ['misc', 'online'], 'post-weblog': ['misc', 'online'], report: ['techreport', 'report'], review: ['article', 'review'], 'review-book': ['article', 'review'], song: ['misc', 'music'], speech: ['misc', 'misc', 'speech'], thesis: ['phdthesis', 'thesis'], treaty: ['misc', 'legal'], webpage: ['misc', 'online'],
};

/** The entry type, and what BibLaTeX has as `entrysubtype`. */
export function kindOf(itemType: string, csl: CslItem['type'] | undefined, biblatex: boolean): { type: string; subtype?: string } {
  // A report of the type `article` was how Zotero had preprints before it had a type for them.
  const preprint = itemType === 'report' && csl === 'article' && !biblatex;
  const kind = preprint ? BY_ITEM_TYPE['preprint'] ?? ['misc', 'misc'] : (csl === undefined ? undefined : BY_CSL[csl]) ?? BY_ITEM_TYPE[itemType] ?? ['misc', 'misc'];
  return { type: kind[biblatex ? 1 : 0], ...(biblatex && kind[2] !== undefined ? { subtype: kind[2] } : {}) };
}

/** A thesis by the words of its kind: the keys of BibLaTeX, which are entry types of BibTeX. */
export function thesisKind(genre: string | undefined): 'phdthesis' | 'mathesis' | 'bathesis' | 'candthesis' | undefined {
  const word = (genre ?? '').toLowerCase().replace(/[^a-z]/g, '').replace(/thesis$/, '');
  if (/^(?:phd|dissertation|(?:phd|doctoral)diss(?:ertation)?)$/.test(word)) return 'phdthesis';
  if (/^(?:ma|masters?|mphil|msc)$/.test(word)) return 'mathesis';
  if (/^(?:ba|bachelors?|undergrad(?:uate)?)$/.test(word)) return 'bathesis';
  return /^cand(?:idates?)?$/.test(word) ? 'candthesis' : undefined;
}
