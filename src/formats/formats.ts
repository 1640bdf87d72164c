import { biblatex, bibtex } from './bibtex/bibtex.ts';
import { biblioscape } from './biblioscape/biblioscape.ts';
import { bookmarks } from './bookmarks/bookmarks.ts';
import { cff } from './cff/cff.ts';
import { citavi } from './citavi/citavi.ts';
import { copac } from './copac/copac.ts';
import { cslJson } from './csl-json/csl-json.ts';
import { coins, contextObject } from './context-object/context-object.ts';
import { crossrefJson } from './crossref-json/crossref-json.ts';
import { crossrefXml } from './crossref-xml/crossref-xml.ts';
import { cslYaml } from './csl-yaml/csl-yaml.ts';
import { csv } from './csv/csv.ts';
import { datacite } from './datacite/datacite.ts';
import { dspace } from './dspace/dspace.ts';
import { endnoteXml } from './endnote-xml/endnote-xml.ts';
import type { Format } from './format.ts';
import { hayagriva } from './hayagriva/hayagriva.ts';
import { inspec } from './inspec/inspec.ts';
import { listedPage } from './listed-page/listed-page.ts';
import { marc, marcXml } from './marc/marc.ts';
import { mods } from './mods/mods.ts';
import { nbib } from './nbib/nbib.ts';
import { openAlex } from './openalex/openalex.ts';
import { ovid } from './ovid/ovid.ts';
import { primo } from './primo/primo.ts';
import { pubmedXml } from './pubmed-xml/pubmed-xml.ts';
import { referenceList } from './reference-list/reference-list.ts';
import { refer } from './refer/refer.ts';
import { refworks } from './refworks/refworks.ts';
import { nep } from './repec/nep.ts';
import { redif } from './repec/redif.ts';
import { ris } from './ris/ris.ts';
import { webOfScience } from './web-of-science/web-of-science.ts';
import { word } from './word/word.ts';
import { zoteroRdf } from './zotero-rdf/zotero-rdf.ts';
import { zoteroJson } from './zotero/json.ts';

/** Every format Sheaf knows. */
export const FORMATS: Format[] = [
  bibtex, biblatex,
  ris, nbib, refer, refworks, webOfScience, ovid, copac, inspec, biblioscape, redif, nep,
  pubmedXml, endnoteXml, crossrefXml, mods, marc, marcXml, zoteroRdf, dspace, primo, citavi, word, contextObject, coins, bookmarks,
  datacite, openAlex, crossrefJson,
  cslJson,
  zoteroJson,
  cslYaml, cff, hayagriva, csv,
  referenceList, listedPage,
];

const HEAD = 64_000;

/** The format a text is in, judged by its content; the file's name decides only between equals. Null when it is in none. */
export function recogniseFormat(text: string, fileName: string): Format | null {
  const head = text.slice(0, HEAD);
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const scored = FORMATS.filter(({ read }) => read).map((format) => ({ format, score: format.recognise(head, fileName) + (format.extensions.includes(extension) ? 0.05 : 0) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0.05 ? best.format : null;
}
