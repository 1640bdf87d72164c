import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../renderer/features/files/epub/archive.ts';
import { openBook, resolvePath } from '../../../renderer/features/files/epub/book.ts';
import { epub } from '../../helpers/epub.ts';

const trouble = (bytes: Uint8Array): unknown => {
  try {
    openBook(bytes);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
};

describe('a book', () => {
  it('has its parts in the order of reading, and a table of contents that leads to them', () => {
    const book = openBook(epub());
    expect(book.title).toBe('A Small Book');
    expect(book.parts).toEqual(['OEBPS/one.xhtml', 'OEBPS/two words.xhtml']);
    expect(book.contents).toEqual([{ title: 'The first', part: 0, anchor: '', depth: 0 }, { title: 'Within it', part: 0, anchor: 'within', depth: 1 }, { title: 'The second', part: 1, anchor: '', depth: 0 }]);
    expect(book.file('OEBPS/dot.png')?.type).toBe('image/png');
  });

  it('of EPUB 2 has them from its NCX', () => {
    const files = entries();
    delete files['OEBPS/nav.xhtml'];
    const opf = new TextDecoder().decode(files['OEBPS/book.opf']).replace(/<item id="nav"[^>]*>/, '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>');
    const ncx = '<ncx><navMap><navPoint><navLabel><text>One</text></navLabel><content src="one.xhtml"/><navPoint><navLabel><text>Inner</text></navLabel><content src="one.xhtml#within"/></navPoint></navPoint></navMap></ncx>';
    const book = openBook(zipSync({ ...files, 'OEBPS/book.opf': strToU8(opf), 'OEBPS/toc.ncx': strToU8(ncx) }));
    expect(book.contents).toEqual([{ title: 'One', part: 0, anchor: '', depth: 0 }, { title: 'Inner', part: 0, anchor: 'within', depth: 1 }]);
  });

  it('that is no book, cut off or locked says so', () => {
    expect(trouble(new Uint8Array(100))).toBe('damaged');
    expect(trouble(epub().subarray(0, 300))).toBe('damaged');
    expect(trouble(zipSync({ ...entries(), 'META-INF/encryption.xml': strToU8('<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>') }))).toBe('locked');
    expect(trouble(zipSync({ ...entries(), 'META-INF/encryption.xml': strToU8('<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>') }))).toBeNull();
  });

  it('that would unpack to more than it may is not unpacked', () => {
    const zeros = new Uint8Array(70_000_000);
    expect(() => openArchive(zipSync({ bomb: zeros })).read('bomb')).toThrow('large');
    expect(() => openArchive(zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [String(n), new Uint8Array(0)]))))).toThrow('large');
  });

  it('that lies about the size of a file gets no more memory than it said', () => {
    const honest = zipSync({ bomb: new Uint8Array(5_000_000) });
    const liar = Buffer.from(honest);
    for (let at = liar.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = -1) liar.writeUInt32LE(100, at + 24);
    let bytes = 0;
    try { bytes = openArchive(liar).read('bomb')?.length ?? 0; } catch (error) { expect(String(error)).toContain('damaged'); }
    expect(bytes).toBeLessThanOrEqual(100);
  });

  it('reaches nothing outside of itself', () => {
    expect(resolvePath('OEBPS/one.xhtml', '../../../etc/passwd').path).toBe('etc/passwd');
    expect(resolvePath('OEBPS/one.xhtml', 'file:///etc/passwd').path).toBe('');
    expect(resolvePath('OEBPS/one.xhtml', 'https://example.org/x')).toEqual({ path: '', anchor: '' });
    expect(resolvePath('OEBPS/one.xhtml', 'two%20words.xhtml#a%20b')).toEqual({ path: 'OEBPS/two words.xhtml', anchor: 'a b' });
    expect(openBook(epub()).file('META-INF/container.xml')).toBeNull();
  });
});

const entries = (): Record<string, Uint8Array> => epub.entries();
