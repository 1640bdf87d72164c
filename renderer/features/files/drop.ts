/** Files that hold references are imported, wherever they are dropped but on the file section. */
const REFERENCES = /\.(?:bib|ris|txt|html?|md|json|xml|nbib|enw|ciw|ya?ml|cff|csv|tsv|mrc|rdf)$/i;

/** Whether files that are dropped on a paper are to be its own. */
export const areOfPaper = (files: readonly File[]): boolean => files.length > 0 && !files.some(({ name }) => REFERENCES.test(name));
