import { said, type Entry } from './entry.ts';

/** Libraries that BibLaTeX knows by the addresses of their texts. */
const BY_ADDRESS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/www\.jstor\.org\/stable\/([^\s?]+)/i, 'jstor'], [/^https?:\/\/www\.ncbi\.nlm\.nih\.gov\/pubmed\/(\d+)/i, 'pubmed'], [/^https?:\/\/hdl\.handle\.net\/([^/\s]+\/\S+)$/i, 'hdl'],
];
const ARXIV = /^(?:arxiv:\s*)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?:\s+\[([^\]]+)\]|\s+[[(]([\w.-]+)[\])])?$/i;

interface Text { id: string | undefined; library: string; kind?: string | undefined }

/** Where the text lies: `eprint` with its library and class, under BibTeX's names or BibLaTeX's. */
export function eprintFields(entry: Entry): void {
  const archived = arxivOf(entry) ?? archiveOf(entry);
  const found = archived ?? byAddress(entry) ?? (entry.source.biblatex ? libraryOf(entry) : undefined);
  if (!found) return;
  const [library, kind] = entry.source.biblatex || !archived ? ['eprinttype', 'eprintclass'] : ['archiveprefix', 'primaryclass'];
  entry.text('eprint', found.id);
  entry.text(library, found.library);
  entry.text(kind, found.kind);
}

function arxivOf({ source: { item, extra } }: Entry): Text | undefined {
  const places = [said(item.number), said(item['container-title']), extra.tex['arxiv']?.value];
  const found = places.flatMap((place) => { const match = place === undefined ? null : ARXIV.exec(place.trim()); return match === null ? [] : [{ id: match[1] ?? '', kind: match[2] ?? match[3] }]; });
  const [first] = found;
  return first === undefined ? undefined : { id: first.id, library: 'arXiv', kind: found.find(({ kind }) => kind !== undefined)?.kind ?? said(item.section) };
}

/** A preprint's or a data set's archive; the number it has there. */
function archiveOf({ source: { item, itemType } }: Entry): Text | undefined {
  const [library, id] = itemType === 'preprint' ? [said(item.publisher), said(item.number)] : itemType === 'dataset' ? [said(item.archive), said(item.archive_location)] : [];
  return library === undefined || (id === undefined && itemType === 'dataset') ? undefined : { id, library, kind: said(item.section) };
}

function byAddress({ source: { item } }: Entry): Text | undefined {
  for (const [sign, library] of BY_ADDRESS) { const id = sign.exec(said(item.URL) ?? '')?.[1]; if (id !== undefined) return { id: decoded(id), library }; }
  return undefined;
}

function libraryOf({ source: { item, extra } }: Entry): Text | undefined {
  if (item.PMID !== undefined) return { id: item.PMID, library: 'pubmed' };
  for (const [name, library] of [['jstor', 'jstor'], ['hdl', 'hdl'], ['googlebooksid', 'googlebooks']] as const) { const id = extra.tex[name]?.value; if (id !== undefined) return { id, library }; }
  const [place, archive] = [said(item.archive_location), said(item.archive)?.toLowerCase().replace(/\s/g, '')];
  const known = ['arxiv', 'jstor', 'pubmed', 'hdl', 'googlebooks'].find((one) => one === archive);
  return place === undefined || known === undefined ? undefined : { id: place, library: known === 'arxiv' ? 'arXiv' : known };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
