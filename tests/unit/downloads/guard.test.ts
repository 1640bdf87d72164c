import { describe, expect, it } from 'vitest';
import { guardedLookup, guardUrl, isInternal } from '../../../src/services/downloads/guard.ts';
import { pdfNamedBy } from '../../../src/services/downloads/landing.ts';

describe('the guard', () => {
  it.each(['127.0.0.1', '10.1.2.3', '192.168.1.1', '172.20.0.1', '169.254.169.254', '100.64.1.1', '0.0.0.0', '203.0.113.9', '::', '::1', 'fe80::1', 'fe80::1%eth0', 'fd00::1', 'fec0::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:10.0.0.1',
    '::7f00:1', '64:ff9b::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '2002:7f00:1::', '2002:c0a8:101::1', '2001:0:1:2::', '2001:db8::1', 'ff02::1'])('takes %s for internal', (address) => { expect(isInternal(address)).toBe(true); });
  it.each(['151.101.131.42', '2a04:4e42::81', '64:ff9b::151.101.131.42', '::ffff:151.101.131.42', '2607:f8b0::1'])('takes %s for public', (address) => { expect(isInternal(address)).toBe(false); });

  it.each(['http://127.0.0.1/x.pdf', 'http://[::1]/x.pdf', 'http://2130706433/x.pdf', 'http://0x7f.1/', 'http://[64:ff9b::7f00:1]/', 'file:///etc/passwd', 'ftp://arxiv.org/', 'http://user:word@151.101.131.42/'])('refuses %s', (address) => {
    expect(() => { guardUrl(new URL(address), { loopback: false }); }).toThrow(expect.objectContaining({ error: expect.objectContaining({ code: 'not-allowed' }) as object }) as Error);
  });
  it('lets only loopback through where that is allowed', () => {
    expect(() => { guardUrl(new URL('http://127.0.0.1/x.pdf'), { loopback: true }); }).not.toThrow();
    expect(() => { guardUrl(new URL('http://10.0.0.1/x.pdf'), { loopback: true }); }).toThrow();
  });
});

describe('names', () => {
  const answers = (addresses: string[]) => ((_host: string, _options: object, answer: (error: null, found: { address: string; family: number }[]) => void) => { answer(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))); }) as unknown as Parameters<typeof guardedLookup>[1];
  const look = (addresses: string[], all: boolean) => new Promise<unknown>((resolve, reject) => {
    guardedLookup({ loopback: false }, answers(addresses))('e.org', { all }, (error, address) => { if (error) reject(error); else resolve(address); });
  });

  it('are connected to at the very addresses that were looked at', async () => {
    expect(await look(['151.101.131.42', '2a04:4e42::81'], false)).toBe('151.101.131.42');
    expect(await look(['151.101.131.42'], true)).toEqual([{ address: '151.101.131.42', family: 4 }]);
  });
  it.each([[['10.0.0.1']], [['151.101.131.42', '127.0.0.1']], [[]]])('that mean %j are refused', (addresses) => expect(look(addresses, true)).rejects.toMatchObject({ error: { code: 'not-allowed' } }));
});

describe('a landing page', () => {
  const page = new URL('https://e.org/article/7');
  const named = (html: string): string | undefined => pdfNamedBy(html, page)?.href;
  it.each([
    ['<meta name="citation_pdf_url" content="/pdf/7.pdf">', 'https://e.org/pdf/7.pdf'],
    ['<meta content="https://cdn.e.org/7.pdf?a=1&amp;b=2" name="Citation_PDF_URL"/>', 'https://cdn.e.org/7.pdf?a=1&b=2'],
    ['<link rel="alternate" type="application/pdf" href="7/pdf">', 'https://e.org/article/7/pdf'],
    ['<base href="https://other.org/x/"><meta name="eprints.document_url" content="y.pdf">', 'https://other.org/x/y.pdf'],
    ['<link rel=alternate type=application/pdf href=/no.pdf><meta name=citation_pdf_url content=/yes.pdf>', 'https://e.org/yes.pdf'],
    ['<a href="/someone-elses.pdf">PDF</a>', undefined], ['<!-- <meta name="citation_pdf_url" content="/no.pdf"> -->', undefined], ['<meta name="citation_pdf_url" content="">', undefined],
  ])('%s names %s', (html, address) => { expect(named(html)).toBe(address); });
});
