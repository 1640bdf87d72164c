/** What notes have beyond Markdown, as it is found at a place of the text: the set note and the editor read it alike. */
export const INLINE_MATH = /^\$(?![\s$])((?:\\.|[^$\\])*?(?:\\.|[^$\\\s]))\$(?!\d)/;
export const DISPLAY_MATH = /^\$\$((?:\\.|[^$\\]|\$(?!\$))+?)\$\$/;
export const WIKI_CITE = /^\[\[([^[\]\n|]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/;
/** `[@key, p. 4; see also -@other]`: Pandoc's citations, and not the text of a link. */
export const CITE_GROUP = /^\[((?:[^[\]\n@]{0,200}[\s;-])?-?@[^[\]\n]{1,600})\](?![([:])/;
