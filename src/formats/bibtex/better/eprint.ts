import { said, type Entry } from './entry.ts';

/** Libraries that BibLaTeX knows by the addresses of their texts. */
const BY_ADDRESS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/www\.jstor\.org\/stable\/([^\s?]+)/i, 'jstor'], [/^https?:\/\/www\.ncbi\.nlm\.nih\.gov\/pubmed\/(\d+)/i, 'pubmed'], [/^https?:\/\/hdl\.handle\.net\/([^/\s]+\/\S+)$/i, 'hdl'],
];
const ARXIV = /^(arxiv:\s*)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?:\s+\[([^\]]+)\]|\s+[[(]([\w.-]+)[\])])?$/i;

interface Text { id: string | undefined; library: string; kind?: string | undefined }

/** Where the text lies: `eprint` with its library and class, under BibTeX's names or BibLaTeX's. Of several libraries the first counts; the numbers of the others stand in fields of their names. */
export function eprintFields(entry: Entry): void {
  const { biblatex } = entry.source;
  const archived = archiveOf(entry);
  const addressed = archived ? undefined : byAddress(entry);
  const numbers = numbersOf(entry);
  const found = archived ?? addressed ?? arxivOf(entry) ?? (biblatex ? numbers[0] ?? inLibrary(entry) : undefined);
  const [library, kind] = biblatex || addressed ? ['eprinttype', 'eprintclass'] : ['archiveprefix', 'primaryclass'];
  if (found) {
    entry.text('eprint', found.id);
    entry.text(library, found.library);
    entry.text(kind, found.kind);
  }
  for (const number of numbers) if (number !== found && !(number.library === 'arXiv' && found?.library === 'arXiv')) entry.text(number.field, number.id);
}

/** A preprint's or a data set's archive; the number it has there. */
function archiveOf({ source: { item, itemType } }: Entry): Text | undefined {
  const [library, id] = itemType === 'preprint' ? [said(item.publisher), said(item.number)] : itemType === 'dataset' ? [said(item.archive), said(item.archive_location)] : [];
  if (library === undefined || (id === undefined && itemType === 'dataset') || (itemType === 'preprint' && /arxiv/i.test(library) && ARXIV.test(id ?? ''))) return undefined;
  return { id, library, kind: said(item.section) };
}

/** An address says where a text lies, where that is wished. */
function byAddress({ source: { item, itemType, preferences } }: Entry): Text | undefined {
  if (!preferences.biblatexExtractEprint || itemType === 'preprint') return undefined;
  for (const [sign, library] of BY_ADDRESS) { const id = sign.exec(said(item.URL) ?? '')?.[1]; if (id !== undefined) return { id: decoded(id), library }; }
  return undefined;
}

/** arXiv's number and class: those of a preprint or report, or what stands as `arXiv:…` in place of a journal or in Extra. */
function arxivOf({ source: { item, itemType, extra } }: Entry): Text | undefined {
  const places: [string | undefined, boolean][] = [[said(item.number), itemType === 'preprint'], [said(item['container-title']), false], [extra.tex['arxiv']?.value, true]];
  const found = places.flatMap(([place, bare]) => { const match = place === undefined ? null : ARXIV.exec(place.trim()); return match === null || (match[1] === undefined && !bare) ? [] : [{ id: match[2] ?? '', kind: match[3] ?? match[4] }]; });
  const [first] = found;
  return first === undefined ? undefined : { id: first.id, library: 'arXiv', kind: found.find(({ kind }) => kind !== undefined)?.kind ?? said(item.section) };
}

/** The numbers that libraries of texts gave it, with the field that each has where another one is the `eprint`. */
function numbersOf({ source: { item, extra: { tex } } }: Entry): (Text & { field: string })[] {
  const numbers: [string, string, string | undefined][] = [['pmid', 'pubmed', said(item.PMID)], ['arxiv', 'arXiv', tex['arxiv']?.value.replace(/^arxiv:\s*/i, '')], ['jstor', 'jstor', tex['jstor']?.value], ['hdl', 'hdl', tex['hdl']?.value], ['googlebooks', 'googlebooks', tex['googlebooksid']?.value]];
  return numbers.flatMap(([field, library, id]) => (id === undefined ? [] : [{ field, library, id }]));
}

function inLibrary({ source: { item } }: Entry): Text | undefined {
  const [place, archive] = [said(item.archive_location), said(item.archive)?.toLowerCase().replace(/\s/g, '')];
  const known = ['arxiv', 'jstor', 'pubmed', 'hdl', 'googlebooks'].find((one) => one === archive);
  return place === undefined || known === undefined ? undefined : { id: place, library: known === 'arxiv' ? 'arXiv' : known, ...(known === 'arxiv' ? { kind: said(item['call-number']) } : {}) };
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
