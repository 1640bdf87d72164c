import type { CslName } from '../../../model/csl.ts';

interface Manner { escape(text: string): string; biblatex: boolean; /** BibLaTeX's form with the parts by name, where a name has more than two. */ extended: boolean }

/** Names as Better BibTeX writes them: BibTeX gets a particle that belongs to the name within its braces, since its styles would put it aside; BibLaTeX before it, with `useprefix`. */
export const betterNames = (names: readonly CslName[], manner: Manner): string => names.map((name) => nameOf(name, manner)).filter(Boolean).join(' and ');

/** Whether names are written with their parts by name. */
const inParts = (name: CslName, { biblatex, extended }: Manner): boolean => biblatex && extended && (name['dropping-particle'] ?? name['non-dropping-particle']) !== undefined;

function nameOf(name: CslName, manner: Manner): string {
  const { escape, biblatex } = manner;
  if (name.literal !== undefined) return name.literal === 'others' ? 'others' : `{${escape(name.literal)}}`;
  if (inParts(name, manner)) return byParts(name, manner);
  const family = familyOf(name, manner);
  const dropping = name['dropping-particle'];
  const before = dropping ? `${escape(dropping)}${!biblatex && /['’-]$/.test(dropping) ? '{\\relax} ' : ' '}` : '';
  return [before + family, name.suffix && together(escape(name.suffix)), name.given && together(escape(name.given))].filter(Boolean).join(', ');
}

function byParts(name: CslName, { escape }: Manner): string {
  const prefix = name['dropping-particle'] ?? name['non-dropping-particle'];
  const parts: [string, string | undefined][] = [['family', name.family], ['given', name.given], ['suffix', name.suffix], ['prefix', prefix]];
  const written = parts.flatMap(([part, value]) => (value ? [`${part}=${value.includes(',') || joins(value) ? `{${escape(value)}}` : escape(value)}`] : []));
  return [...written, `useprefix=${String(name['non-dropping-particle'] !== undefined)}`].join(', ');
}

function familyOf(name: CslName, { escape, biblatex }: Manner): string {
  const { family = '', 'non-dropping-particle': particle } = name;
  const padded = particle === undefined ? '' : `${particle}${/['’-]$/.test(particle) ? '' : ' '}`;
  if (!biblatex) return particle !== undefined || /(?:^|\s)\p{Ll}|[-–—]|,/u.test(family) || joins(family) ? `{${escape(padded + family)}}` : escape(family);
  const guarded = /^\p{Ll}|,/u.test(family) || joins(family) ? `{${escape(family)}}` : escape(family);
  return particle === undefined ? guarded : `${escape(particle)} ${guarded}`;
}

const joins = (text: string): boolean => /\sand\s/i.test(text);
const together = (text: string): string => (joins(text) || text.includes(',') ? `{${text}}` : text);
