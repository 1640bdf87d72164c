import type { CslItem } from '../../model/csl.ts';

/** What Zotero knows of an item type: its CSL type, its creators (the chief one first), its fields by base name, and their own names where they differ. */
export interface ItemType { csl: CslItem['type']; creators: string[]; fields: Set<string>; own: Map<string, string> }

const COMMON = 'title abstractNote date shortTitle language DOI url accessDate rights extra citationKey';

function type(csl: CslItem['type'], creators: string, special: string): ItemType {
  const parts = special.split(' ').map((part) => part.split('='));
  const without = parts.flatMap(([name = '']) => (name.startsWith('-') ? [name.slice(1)] : []));
  const names = [...COMMON.split(' '), ...parts.map(([name = '']) => name)].filter((name) => !name.startsWith('-') && !without.includes(name));
  return { csl, creators: creators.split(' '), fields: new Set(names), own: new Map(parts.flatMap(([name = '', own]) => (own ? [[name, own]] : []))) };
}

/** Zotero's item types (schema.json 38): `base=own` where the type calls a base field by a name of its own. */
export const ITEM_TYPES: Record<string, ItemType> = {
  artwork: type('graphic', 'artist contributor', 'archive archiveLocation artworkSize callNumber eventPlace libraryCatalog medium=artworkMedium'),
  audioRecording: type('song', 'performer composer contributor originalCreator translator wordsBy', 'ISBN archive archiveLocation callNumber libraryCatalog medium=audioRecordingFormat numberOfVolumes place publisher=label runningTime seriesTitle volume'),
  bill: type('bill', 'sponsor contributor cosponsor', 'authority=legislativeBody code history number=billNumber pages=codePages section session volume=codeVolume'),
  blogPost: type('post-weblog', 'author commenter contributor translator', 'ISSN publicationTitle=blogTitle type=websiteType'),
  book: type('book', 'author contributor editor seriesEditor translator', 'ISBN ISSN archive archiveLocation callNumber edition libraryCatalog medium=format numPages numberOfVolumes originalDate originalPlace originalPublisher place publisher series seriesNumber volume'),
  bookSection: type('chapter', 'author bookAuthor contributor editor seriesEditor translator', 'ISBN ISSN archive archiveLocation callNumber edition libraryCatalog medium=format numberOfVolumes originalDate originalPlace originalPublisher pages place publicationTitle=bookTitle publisher series seriesNumber volume'),
  case: type('legal_case', 'author contributor counsel', 'authority=court date=dateDecided history number=docketNumber pages=firstPage reporter title=caseName volume=reporterVolume'),
  computerProgram: type('software', 'programmer contributor', 'ISBN archive archiveLocation callNumber libraryCatalog place programmingLanguage publisher=company seriesTitle system versionNumber -language'),
  conferencePaper: type('paper-conference', 'author contributor editor seriesEditor translator', 'ISBN ISSN archive archiveLocation callNumber conferenceName eventPlace issue libraryCatalog numberOfVolumes pages place publicationTitle=proceedingsTitle publisher series seriesNumber volume'),
  dataset: type('dataset', 'author contributor', 'archive archiveLocation callNumber libraryCatalog medium=format number=identifier place=repositoryLocation publisher=repository type versionNumber'),
  dictionaryEntry: type('entry-dictionary', 'author contributor editor seriesEditor translator', 'ISBN archive archiveLocation callNumber edition libraryCatalog numberOfVolumes pages place publicationTitle=dictionaryTitle publisher series seriesNumber volume'),
  document: type('document', 'author contributor editor reviewedAuthor translator', 'archive archiveLocation callNumber libraryCatalog place publisher type'),
  email: type('personal_communication', 'author contributor recipient translator', 'title=subject'),
  encyclopediaArticle: type('entry-encyclopedia', 'author contributor editor seriesEditor translator', 'ISBN archive archiveLocation callNumber edition libraryCatalog numberOfVolumes pages place publicationTitle=encyclopediaTitle publisher series seriesNumber volume'),
  film: type('motion_picture', 'director castMember contributor guest host narrator producer scriptwriter translator', 'archive archiveLocation callNumber libraryCatalog medium=videoRecordingFormat place publisher=distributor runningTime type=genre'),
  forumPost: type('post', 'author contributor', 'publicationTitle=forumTitle type=postType'),
  hearing: type('hearing', 'contributor', 'authority=legislativeBody committee history number=documentNumber numberOfVolumes pages place publisher session'),
  instantMessage: type('personal_communication', 'author contributor recipient', ''),
  interview: type('interview', 'interviewee contributor interviewer translator', 'archive archiveLocation callNumber libraryCatalog medium=interviewMedium place publisher'),
  journalArticle: type('article-journal', 'author contributor editor reviewedAuthor translator', 'ISSN PMCID PMID archive archiveLocation callNumber issue journalAbbreviation libraryCatalog pages partNumber partTitle place publicationTitle publisher section series seriesText seriesTitle volume'),
  letter: type('personal_communication', 'author contributor recipient translator', 'archive archiveLocation callNumber eventPlace libraryCatalog type=letterType'),
  magazineArticle: type('article-magazine', 'author contributor reviewedAuthor translator', 'ISSN archive archiveLocation callNumber issue libraryCatalog pages place publicationTitle publisher volume'),
  manuscript: type('manuscript', 'author contributor translator', 'archive archiveLocation callNumber libraryCatalog numPages number place publisher=institution type=manuscriptType'),
  map: type('map', 'cartographer contributor seriesEditor', 'ISBN archive archiveLocation callNumber edition libraryCatalog place publisher scale seriesTitle type=mapType'),
  newspaperArticle: type('article-newspaper', 'author contributor reviewedAuthor translator', 'ISSN archive archiveLocation callNumber edition issue libraryCatalog pages place publicationTitle publisher section volume'),
  patent: type('patent', 'inventor attorneyAgent contributor', 'applicationNumber assignee authority=issuingAuthority country date=issueDate filingDate number=patentNumber originalDate=priorityDate pages place priorityNumbers references status=legalStatus'),
  podcast: type('song', 'podcaster castMember contributor director executiveProducer guest producer scriptwriter seriesCreator translator', 'medium=audioFileType number=episodeNumber place publisher runningTime seriesTitle'),
  preprint: type('article', 'author contributor editor reviewedAuthor translator', 'archive archiveLocation callNumber libraryCatalog number=archiveID place publisher=repository series seriesNumber type=genre'),
  presentation: type('speech', 'presenter chair contributor organizer translator', 'meetingName place publicationTitle=sessionTitle series type=presentationType'),
  radioBroadcast: type('broadcast', 'creator castMember contributor director executiveProducer guest host producer scriptwriter seriesCreator translator', 'archive archiveLocation callNumber libraryCatalog medium=audioRecordingFormat number=episodeNumber place publicationTitle=programTitle publisher=network runningTime'),
  report: type('report', 'author contributor editor seriesEditor translator', 'ISBN ISSN archive archiveLocation callNumber libraryCatalog number=reportNumber pages place publisher=institution seriesNumber seriesTitle type=reportType'),
  standard: type('standard', 'author contributor editor', 'ISBN archive archiveLocation authority=organization callNumber committee edition libraryCatalog numPages number partNumber partTitle place publisher status type versionNumber'),
  statute: type('legislation', 'author contributor', 'code codeNumber date=dateEnacted history number=publicLawNumber pages section session title=nameOfAct'),
  thesis: type('thesis', 'author contributor', 'ISBN ISSN archive archiveLocation callNumber libraryCatalog numPages place publisher=university series seriesNumber type=thesisType'),
  tvBroadcast: type('broadcast', 'director castMember contributor executiveProducer guest host narrator producer scriptwriter seriesCreator translator', 'archive archiveLocation callNumber libraryCatalog medium=videoRecordingFormat number=episodeNumber place publicationTitle=programTitle publisher=network runningTime'),
  videoRecording: type('motion_picture', 'creator castMember contributor director executiveProducer guest host narrator producer scriptwriter translator', 'ISBN archive archiveLocation callNumber libraryCatalog medium=videoRecordingFormat numberOfVolumes place publisher=studio runningTime seriesTitle volume'),
  webpage: type('webpage', 'author contributor translator', 'place publicationTitle=websiteTitle publisher type=websiteType'),
};

/** The item types a CSL type may be, the usual one first. */
const USUAL: Partial<Record<CslItem['type'], string>> = { broadcast: 'tvBroadcast', motion_picture: 'film', personal_communication: 'letter', song: 'audioRecording' };
const OTHERS: Partial<Record<CslItem['type'], string>> = {
  classic: 'book', collection: 'book', entry: 'encyclopediaArticle', event: 'presentation', figure: 'artwork', musical_score: 'book', pamphlet: 'document', performance: 'presentation', periodical: 'book',
  regulation: 'statute', review: 'journalArticle', 'review-book': 'journalArticle', treaty: 'document',
};
const BY_CSL = new Map(Object.entries(ITEM_TYPES).map(([name, { csl }]) => [csl, name]));

export const itemTypeOf = (csl: CslItem['type']): string => USUAL[csl] ?? OTHERS[csl] ?? BY_CSL.get(csl) ?? 'document';

const BASES = new Map(Object.values(ITEM_TYPES).flatMap(({ own }) => [...own].map(([base, name]) => [name, base] as const)));

/** The base name of a field as Zotero writes it (`bookTitle` is `publicationTitle`). */
export const baseOf = (itemType: string, field: string): string => [...(ITEM_TYPES[itemType]?.own ?? [])].find(([, own]) => own === field)?.[0] ?? (ITEM_TYPES[itemType]?.fields.has(field) ? field : BASES.get(field) ?? field);
