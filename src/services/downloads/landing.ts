import { Parser } from 'htmlparser2';

/** How publishers' and repositories' pages name the PDF of the paper they are about, the best known first (Google Scholar's inclusion guidelines, EPrints, bepress, WKRS). */
const META = ['citation_pdf_url', 'bepress_citation_pdf_url', 'eprints.document_url', 'wkhealth_pdf_url', 'prism.url.pdf'];

/**
 * The address of the PDF that a landing page names for its paper: in its meta elements, or as its alternate in PDF.
 * Null where it names none; a link somewhere in the text is not taken, since it may be another paper's.
 */
export function pdfNamedBy(html: string, page: URL): URL | null {
  const found = new Map<string, string>();
  let base = page;
  const note = (name: string, address: string | undefined): void => { if (address && !found.has(name)) found.set(name, address); };
  const parser = new Parser({
    onopentag(tag, { name = '', property = '', content, rel = '', type = '', href }) {
      if (tag === 'base' && href) base = resolved(href, page) ?? base;
      if (tag === 'meta') note((name || property).toLowerCase(), content);
      if (tag === 'link' && /\balternate\b/i.test(rel) && /^application\/pdf\b/i.test(type)) note('alternate', href);
    },
  });
  parser.end(html);
  const address = [...META, 'alternate'].map((name) => found.get(name)).find((each) => each !== undefined);
  return address === undefined ? null : resolved(address.trim(), base);
}

function resolved(address: string, base: URL): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
