import type { Format } from '../format.ts';
import { rdfWriters } from './write.ts';
import { readRdf } from './read.ts';

/** Zotero's RDF (biblio, Dublin Core, PRISM and its own names); BIBO, schema.org and Dublin Core in RDF/XML are read too. */
export const zoteroRdf: Format = { name: 'zotero-rdf', extensions: ['rdf', 'xml'], recognise: (head) => (/<rdf:RDF\b/.test(head) && /xmlns:\w+="(?:http:\/\/purl\.org\/net\/biblio#|http:\/\/www\.zotero\.org\/namespaces\/export#|https?:\/\/schema\.org\/|http:\/\/purl\.org\/ontology\/bibo\/|http:\/\/purl\.org\/dc\/(?:terms|elements\/1\.1)\/)"/.test(head) ? 0.96 : 0), read: readRdf, ...rdfWriters };
