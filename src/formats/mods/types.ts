import { allAt, childrenOf, textOf, type XmlNode } from '../xml/tree.ts';

/** Genres (marcgt and those that programs write) and the item types they are. */
const GENRES: Record<string, string> = {
  'academic journal': 'journalArticle', 'journal article': 'journalArticle', journalarticle: 'journalArticle', article: 'journalArticle', periodical: 'journalArticle', magazine: 'magazineArticle', newspaper: 'newspaperArticle', book: 'book', monograph: 'book', 'book chapter': 'bookSection', booksection: 'bookSection', 'conference publication': 'conferencePaper', 'conference paper': 'conferencePaper',
  thesis: 'thesis', 'ph.d. thesis': 'thesis', 'doctoral thesis': 'thesis', "masters thesis": 'thesis', 'technical report': 'report', report: 'report', patent: 'patent', map: 'map', 'web site': 'webpage', webpage: 'webpage', 'art original': 'artwork', 'motion picture': 'film', letter: 'letter', interview: 'interview', 'loose-leaf': 'book', encyclopedia: 'book', 'legal case and case notes': 'case', legislation: 'statute', 'computer program': 'computerProgram', dataset: 'dataset',
};
const RESOURCES: Record<string, string> = { cartographic: 'map', 'still image': 'artwork', 'moving image': 'videoRecording', 'sound recording': 'audioRecording', 'sound recording-musical': 'audioRecording', 'sound recording-nonmusical': 'audioRecording', 'software, multimedia': 'computerProgram', 'three dimensional object': 'artwork' };

const genresOf = (node: XmlNode | undefined): string[] => (node ? childrenOf(node, 'genre') : []).map((genre) => GENRES[textOf(genre).toLowerCase()]).filter((type) => type !== undefined);

/** The item type by genre, then by kind of resource, then by what it is in. */
export function typeOf(record: XmlNode, host: XmlNode | undefined): string {
  const [own] = genresOf(record);
  if (own && !(own === 'conferencePaper' && monographic(record))) return own === 'book' && host && !monographic(record) ? 'bookSection' : own;
  const resource = RESOURCES[allAt(record, 'typeOfResource').map(textOf)[0] ?? ''];
  if (resource) return resource;
  const [within] = genresOf(host);
  if (within) return within === 'book' ? 'bookSection' : within;
  if (host && allAt(host, 'originInfo/issuance').some((one) => textOf(one) === 'continuing')) return 'journalArticle';
  if (allAt(record, 'typeOfResource').map(textOf)[0] === 'text') {
    if (monographic(record)) return 'book';
    if (host && childrenOf(host, 'part').length > 0) return allAt(host, 'originInfo/publisher').length > 0 ? 'bookSection' : 'journalArticle';
    if (allAt(record, 'physicalDescription/internetMediaType').some((one) => textOf(one) === 'text/html')) return 'webpage';
    return host ? 'bookSection' : 'book';
  }
  return 'document';
}

const monographic = (record: XmlNode): boolean => allAt(record, 'originInfo/issuance').some((one) => textOf(one) === 'monographic');
