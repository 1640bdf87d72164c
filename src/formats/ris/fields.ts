/** RIS's types and the item types they are; the usual one of an item type comes first. */
const PAIRS: [ris: string, itemType: string][] = [
  ['JOUR', 'journalArticle'], ['EJOUR', 'journalArticle'], ['JFULL', 'journalArticle'], ['INPR', 'journalArticle'], ['ABST', 'journalArticle'], ['MGZN', 'magazineArticle'], ['NEWS', 'newspaperArticle'], ['BOOK', 'book'], ['EBOOK', 'book'], ['EDBOOK', 'book'], ['SER', 'book'], ['CLSWK', 'book'], ['ANCIENT', 'book'], ['CTLG', 'book'], ['MUSIC', 'book'],
  ['CHAP', 'bookSection'], ['ECHAP', 'bookSection'], ['CPAPER', 'conferencePaper'], ['CONF', 'conferencePaper'], ['THES', 'thesis'], ['RPRT', 'report'], ['GOVDOC', 'report'], ['GRANT', 'report'], ['PAT', 'patent'], ['DATA', 'dataset'], ['DBASE', 'dataset'], ['AGGR', 'dataset'], ['COMP', 'computerProgram'], ['ELEC', 'webpage'], ['WEB', 'webpage'], ['BLOG', 'blogPost'],
  ['MAP', 'map'], ['GEN', 'document'], ['PAMP', 'document'], ['STAND', 'standard'], ['PCOMM', 'letter'], ['ICOMM', 'email'], ['VIDEO', 'videoRecording'], ['ADVS', 'videoRecording'], ['MULTI', 'videoRecording'], ['MPCT', 'film'], ['SOUND', 'audioRecording'], ['CASE', 'case'], ['STAT', 'statute'], ['LEGAL', 'statute'], ['BILL', 'bill'], ['UNBILL', 'bill'], ['HEAR', 'hearing'],
  ['DICT', 'dictionaryEntry'], ['ENCYC', 'encyclopediaArticle'], ['UNPB', 'manuscript'], ['MANSCPT', 'manuscript'], ['PREPRINT', 'preprint'], ['SLIDE', 'presentation'], ['ART', 'artwork'], ['FIGURE', 'artwork'], ['CHART', 'artwork'], ['INTV', 'interview'], ['POD', 'podcast'], ['DISC', 'forumPost'], ['TVEP', 'tvBroadcast'],
];
export const TYPES: Record<string, string> = Object.fromEntries(PAIRS);

/** Item types by the RIS type that is written for them. */
export const typeFor = (itemType: string): string => PAIRS.find(([, one]) => one === itemType)?.[0] ?? 'GEN';

/** RIS's tags and the fields they may be, the first that the type has and that is free. */
export const FIELDS: Record<string, string[]> = {
  TI: ['title'], T1: ['title'], CT: ['title'], ST: ['shortTitle'], T2: ['publicationTitle', 'series', 'seriesTitle'], JO: ['publicationTitle', 'journalAbbreviation'], JF: ['publicationTitle'], BT: ['publicationTitle', 'title'], JA: ['journalAbbreviation'], J1: ['journalAbbreviation'], J2: ['journalAbbreviation'],
  T3: ['series', 'seriesTitle'], VL: ['volume'], IS: ['issue', 'number', 'seriesNumber'], CP: ['issue'], PB: ['publisher'], CY: ['place'], PP: ['place'], DO: ['DOI'], AB: ['abstractNote'], N2: ['abstractNote'], LA: ['language'], ET: ['edition', 'versionNumber'], AN: ['archiveLocation'], CN: ['callNumber'], DB: ['archive'], DP: ['libraryCatalog'], M1: ['issue', 'number', 'seriesNumber'],
  M3: ['type', 'DOI'], M2: ['extra'], H1: ['libraryCatalog'], H2: ['callNumber'], NV: ['numberOfVolumes'], SE: ['section', 'seriesNumber'], RI: ['reviewedItem'], C1: ['place'], U1: [], RP: [],
};
export const ROLES: Record<string, string> = { AU: 'author', A1: 'author', A2: 'editor', ED: 'editor', A3: 'seriesEditor', A4: 'translator', TA: 'translator' };

/** Where a type differs (RIS's and EndNote's tables). */
export const BY_TYPE: Record<string, { fields?: Record<string, string[]>; roles?: Record<string, string> }> = {
  book: { fields: { T2: ['series'], BT: ['title'] }, roles: { A2: 'seriesEditor', A3: 'editor' } }, conferencePaper: { fields: { T2: ['publicationTitle'], C3: ['publicationTitle'], C1: ['place'], JF: ['publicationTitle'] } }, thesis: { fields: { M3: ['type'], A3: [] }, roles: { A2: 'contributor', A3: 'contributor' } },
  patent: { fields: { M1: ['number'], VL: ['applicationNumber'], PB: ['assignee'], C6: ['status'] } }, webpage: { fields: { T2: ['publicationTitle'] } }, computerProgram: { fields: { ET: ['versionNumber'], T2: ['seriesTitle'] } }, preprint: { fields: { AN: ['number', 'archiveLocation'] } }, report: { fields: { T2: ['seriesTitle'], IS: ['number'], M1: ['number'], VL: ['seriesNumber'] } },
  dataset: { fields: { DB: ['publisher', 'archive'] } }, dictionaryEntry: { fields: { VL: ['volume'] } }, case: { fields: { VL: ['volume'], PB: ['authority'], T2: ['reporter'] } }, statute: { fields: { T2: ['code'] } },
};
