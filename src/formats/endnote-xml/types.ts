/** EndNote's reference types by name, with their numbers (RefTypeTable.xml), and the item types they are. */
const TYPES: [name: string, number: number, itemType: string][] = [
  ['Journal Article', 17, 'journalArticle'], ['Electronic Article', 43, 'journalArticle'], ['Magazine Article', 19, 'magazineArticle'], ['Newspaper Article', 23, 'newspaperArticle'], ['Book', 6, 'book'], ['Edited Book', 28, 'book'], ['Electronic Book', 44, 'book'], ['Book Section', 5, 'bookSection'], ['Electronic Book Section', 60, 'bookSection'],
  ['Conference Paper', 47, 'conferencePaper'], ['Conference Proceedings', 10, 'conferencePaper'], ['Thesis', 32, 'thesis'], ['Report', 27, 'report'], ['Government Document', 46, 'report'], ['Grant', 54, 'report'], ['Patent', 25, 'patent'], ['Web Page', 12, 'webpage'], ['Electronic Source', 12, 'webpage'], ['Blog', 56, 'blogPost'], ['Online Multimedia', 48, 'videoRecording'],
  ['Computer Program', 9, 'computerProgram'], ['Map', 20, 'map'], ['Manuscript', 36, 'manuscript'], ['Unpublished Work', 34, 'manuscript'], ['Artwork', 2, 'artwork'], ['Figure', 37, 'artwork'], ['Chart or Table', 38, 'artwork'], ['Audiovisual Material', 3, 'videoRecording'], ['Film or Broadcast', 21, 'film'], ['Music', 61, 'audioRecording'], ['Podcast', 63, 'podcast'],
  ['Bill', 4, 'bill'], ['Case', 7, 'case'], ['Hearing', 14, 'hearing'], ['Statute', 31, 'statute'], ['Legal Rule or Regulation', 50, 'statute'], ['Personal Communication', 26, 'letter'], ['Interview', 64, 'interview'], ['Dictionary', 52, 'dictionaryEntry'], ['Encyclopedia', 53, 'encyclopediaArticle'], ['Dataset', 59, 'dataset'], ['Standard', 58, 'standard'], ['Catalog', 8, 'book'],
  ['Ancient Text', 51, 'book'], ['Classical Work', 49, 'book'], ['Pamphlet', 24, 'document'], ['Serial', 57, 'book'], ['Generic', 13, 'document'], ['Press Release', 65, 'newspaperArticle'], ['Discussion Forum', 66, 'forumPost'], ['Social Media', 67, 'forumPost'], ['Television Episode', 68, 'tvBroadcast'], ['Multimedia Application', 69, 'computerProgram'],
];
const BY_NAME = new Map(TYPES.map(([name, , itemType]) => [name.toLowerCase(), itemType]));
const BY_NUMBER = new Map(TYPES.map(([, number, itemType]) => [number, itemType]));

/** The item type of an EndNote reference type; its name counts before its number, which programs get wrong. */
export const itemTypeOf = (name: string, number: number): string => BY_NAME.get(name.toLowerCase()) ?? BY_NUMBER.get(number) ?? 'document';

/** EndNote's type with its number for an item type. */
export function refTypeOf(itemType: string): { name: string; number: number } {
  const found = TYPES.find(([, , one]) => one === itemType) ?? ['Generic', 13, ''];
  return { name: found[0], number: found[1] };
}

/** What the groups of contributors are, by item type; `*` for all others. */
export const PEOPLE: Record<string, Record<string, string>> = {
  authors: { patent: 'inventor', film: 'director', map: 'cartographer', computerProgram: 'programmer', artwork: 'artist', interview: 'interviewee', '*': 'author' },
  'secondary-authors': { book: 'seriesEditor', report: 'seriesEditor', patent: 'contributor', film: 'producer', '*': 'editor' },
  'tertiary-authors': { book: 'editor', '*': 'seriesEditor' }, 'subsidiary-authors': { '*': 'translator' }, 'translated-authors': { '*': 'contributor' },
};
