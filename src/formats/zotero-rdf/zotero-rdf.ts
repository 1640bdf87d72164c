import type { Format } from '../format.ts';
import { readRdf } from './read.ts';

/** Zotero's RDF (biblio, Dublin Core, PRISM and its own names), and schema.org in RDF/XML. */
export const zoteroRdf: Format = { name: 'zotero-rdf', extensions: ['rdf', 'xml'], recognise: (head) => (/<rdf:RDF\b/.test(head) && /xmlns:\w+="(?:http:\/\/purl\.org\/net\/biblio#|http:\/\/www\.zotero\.org\/namespaces\/export#|https?:\/\/schema\.org\/)"/.test(head) ? 0.96 : 0), read: readRdf };
