import type { BetterPreferences } from '../../../contract/exports.ts';
import type { CslName } from '../../../model/csl.ts';

interface Manner { escape(text: string): string; biblatex: boolean; /** LaTeX already, as its owner wrote it. */ raw: boolean; /** BibLaTeX's form with the parts by name, where a name has more than two. */ extended: boolean; preferences: BetterPreferences }

/** Names as Better BibTeX writes them: BibTeX gets a particle that belongs to the name within its braces, since its styles would put it aside; BibLaTeX before it, with `useprefix`. */
export const betterNames = (names: readonly CslName[], manner: Manner): string => names.map((name) => (manner.raw ? asWritten(name) : nameOf(manner.preferences.parseParticles ? name : inOne(name), manner))).filter(Boolean).join(` ${manner.preferences.separatorNames.trim()} `);

const asWritten = ({ literal, ...name }: CslName): string => literal ?? [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), [name.given, name['dropping-particle']].filter(Boolean).join(' '), name.suffix].filter(Boolean).join(', ');
/** Particles as part of the names they stand with. */
const inOne = ({ 'non-dropping-particle': before, 'dropping-particle': dropping, family, given, ...name }: CslName): CslName => ({ ...name, ...(family === undefined ? {} : { family: [before, family].filter(Boolean).join(' ') }), ...(given === undefined ? {} : { given: [given, dropping].filter(Boolean).join(' ') }) });

/** Whether names are written with their parts by name. */
const inParts = (name: CslName, { biblatex, extended }: Manner): boolean => biblatex && extended && inPartsOf(name);

function nameOf(name: CslName, manner: Manner): string {
  const { escape, biblatex } = manner;
  if (name.literal !== undefined) return name.literal === 'others' ? 'others' : `{${escape(name.literal)}}`;
  if (inParts(name, manner)) return byParts(name, manner);
  const family = familyOf(name, manner);
  const dropping = name['dropping-particle'];
  const before = dropping ? `${escape(dropping)}${!biblatex && /['’-]$/.test(dropping) ? '{\\relax} ' : ' '}` : '';
  return [sorted(name, manner) + before + family, name.suffix && together(escape(name.suffix)), name.given && together(escape(name.given))].filter(Boolean).join(', ');
}

/** What BibTeX sorts a name with particles by, where that is wished. */
const sorted = (name: CslName, { escape, biblatex, preferences }: Manner): string => (!biblatex && preferences.bibtexParticleNoOp && inPartsOf(name) ? `{\\noopsort{${escape((name.family ?? '').toLowerCase())}}}` : '');
const inPartsOf = (name: CslName): boolean => (name['dropping-particle'] ?? name['non-dropping-particle']) !== undefined;

function byParts(name: CslName, { escape, preferences }: Manner): string {
  const prefix = name['dropping-particle'] ?? name['non-dropping-particle'];
  const parts: [string, string | undefined][] = [['family', name.family], ['given', name.given], ['suffix', name.suffix], ['prefix', prefix]];
  const written = parts.flatMap(([part, value]) => (value ? [`${part}=${value.includes(',') || joins(value) ? `{${escape(value)}}` : escape(value)}`] : []));
  return [...written, ...(preferences.biblatexUsePrefix ? [`useprefix=${String(name['non-dropping-particle'] !== undefined)}`] : [])].join(', ');
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
