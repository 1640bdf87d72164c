import { z } from 'zod';
import { BetterPreferences, type WriteOptions } from '../../../contract/exports.ts';

const Preferences = z.looseObject({ bibtexURL: z.string().default('off'), DOIandURL: z.enum(['both', 'doi', 'url']).catch('both').default('both'), asciiBibTeX: z.boolean().default(true), asciiBibLaTeX: z.boolean().default(false), language: z.enum(['langid', 'language', 'both']).catch('langid').default('langid'), automaticTags: z.boolean().default(true), biblatexExtendedNameFormat: z.boolean().default(true), journalAbbreviation: z.enum(['abbrev', 'auto', 'abbrev+auto']).catch('abbrev').default('abbrev') }).prefault({});
const Display = z.looseObject({ exportNotes: z.boolean().default(false), useJournalAbbreviation: z.boolean().default(false), biblatexAPA: z.boolean().default(false), biblatexChicago: z.boolean().default(false) }).prefault({});
const File = z.looseObject({ config: z.looseObject({ preferences: Preferences, options: Display }) });

/** What the preferences in a BetterBibTeX JSON file (`config`) are as choices here: who gives that file gets entries as they are used to. Undefined for any other file. */
export function choicesIn(json: unknown, format: 'bibtex' | 'biblatex' | 'csl-json'): Partial<WriteOptions> | undefined {
  const read = File.safeParse(json);
  if (!read.success) return undefined;
  const { preferences, options } = read.data.config;
  const { bibtexURL } = preferences;
  const better = BetterPreferences.parse(preferences);
  return {
    fields: 'better-bibtex', letters: (format === 'bibtex' ? preferences.asciiBibTeX : preferences.asciiBibLaTeX) ? 'latex' : 'unicode', names: preferences.biblatexExtendedNameFormat ? 'extended' : 'plain',
    urls: bibtexURL === 'off' ? 'none' : bibtexURL.startsWith('note') ? 'note' : 'field', links: preferences.DOIandURL, language: preferences.language, package: options.biblatexAPA ? 'apa' : options.biblatexChicago ? 'chicago' : 'any',
    // Its CSL has neither notes nor tags.
    notes: options.exportNotes && format !== 'csl-json', journals: options.useJournalAbbreviation ? 'short' : 'full', leaveOut: format === 'csl-json' ? ['tags', ...skipped(better)] : [], better,
  };
}

const skipped = ({ skipFields }: Pick<BetterPreferences, 'skipFields'>): string[] => skipFields.split(',').map((field) => field.trim()).filter(Boolean);

/** Whether a field of an entry of that type stays out: by its name alone, with the type, or with the format as well. */
export function skips(preferences: Pick<BetterPreferences, 'skipFields'>, biblatex: boolean): (type: string, field: string) => boolean {
  const all = new Set(skipped(preferences).map((field) => field.toLowerCase()));
  return (type, field) => all.size > 0 && [field, `${type}.${field}`, `${biblatex ? 'biblatex' : 'bibtex'}.${type}.${field}`].some((name) => all.has(name.toLowerCase()));
}
