import { strToU8, zipSync } from 'fflate';

const DOT = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const OPF = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Small Book</dc:title></metadata>
<manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/><item id="b" href="two%20words.xhtml" media-type="application/xhtml+xml"/><item id="dot" href="dot.png" media-type="image/png"/><item id="css" href="s.css" media-type="text/css"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>`;
const NAV = `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="one.xhtml">The first</a><ol><li><a href="one.xhtml#within">Within it</a></li></ol></li><li><a href="two%20words.xhtml">The second</a></li></ol></nav></body></html>`;

/** The files of a small EPUB 3; `hostile` is put into the body of its first part, and its style sheet. */
function entries(hostile = { body: '', css: '' }): Record<string, Uint8Array> {
  const part = (title: string, body: string): string => `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><link rel="stylesheet" href="s.css"/></head><body><h1>${title}</h1>${body}</body></html>`;
  return {
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8('<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'),
    'OEBPS/book.opf': strToU8(OPF), 'OEBPS/nav.xhtml': strToU8(NAV), 'OEBPS/dot.png': DOT, 'OEBPS/s.css': strToU8(`h1 { letter-spacing: 1px } ${hostile.css}`),
    'OEBPS/one.xhtml': strToU8(part('Chapter One', `<p>Call me <a href="two%20words.xhtml">second</a>.</p><img src="dot.png" alt="a dot"/>${hostile.body}<p id="within">Within.</p>${'<p>Many words.</p>'.repeat(80)}`)),
    'OEBPS/two words.xhtml': strToU8(part('Chapter Two', '<p>The end.</p>')),
  };
}

/** A small EPUB 3, as bytes. */
export const epub = Object.assign((hostile?: { body: string; css: string }): Uint8Array => zipSync(entries(hostile)), { entries });
