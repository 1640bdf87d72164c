/** A note's HTML as Markdown text: paragraphs apart, the rest of the markup gone. */
export const plainNote = (html: string): string => html.replace(/<br\s*\/?>|<\/li>/gi, '\n').replace(/<\/(?:p|h\d|div)>/gi, '\n\n').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, '\'').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').trim();
/** A note as Zotero keeps it, in HTML. */
export const htmlNote = (text: string): string => text.split(/\n{2,}/).map((part) => (part.startsWith('## ') ? `<h2>${escaped(part.slice(3)).replace('\n', '</h2>\n').replace(/\n(?!$)/g, '<br/>')}` : `<p>${escaped(part).replace(/\n/g, '<br/>')}</p>`)).join('');
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
