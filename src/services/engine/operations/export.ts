import { fail, ok, type Result } from '../../../contract/errors.ts';
import { choicesOf, EXPORT_NAMES, type ExportFormat, type WriteOptions } from '../../../contract/exports.ts';
import type { Selection } from '../../../contract/views.ts';
import { bibliographyOf } from '../../../formats/bibliography/bibliography.ts';
import type { Format, Outgoing } from '../../../formats/format.ts';
import { FORMATS } from '../../../formats/formats.ts';
import { gapsOf, summed, type Gap } from '../../../formats/lost.ts';
import { prepared, shortNamesOf } from '../../../formats/prepare.ts';
import { typeset } from '../../styles/typeset.ts';
import { withCopies } from '../copies.ts';
import type { Handlers } from '../handlers.ts';
import { outgoing } from '../outgoing.ts';
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';

/** Papers up to which it is looked what would be lost: each is written and read again. */
const MOST_CHECKED = 1000;
const BETWEEN_PAUSES = 20;
const BIBLIOGRAPHIES = ['markdown', 'html', 'text', 'rtf'] as const satisfies ExportFormat[];
type Bibliography = (typeof BIBLIOGRAPHIES)[number];

const isBibliography = (name: ExportFormat): name is Bibliography => BIBLIOGRAPHIES.some((one) => one === name);
const named = (name: ExportFormat): Format | undefined => FORMATS.find((one) => one.name === name);
/** BibLaTeX is read by the reader of BibTeX. */
const readerOf = (format: Format): Format => (format.name === 'biblatex' ? named('bibtex') ?? format : format);

export const exports: Handlers<'export.text' | 'export.check'> = {
  async 'export.text'(session, { selection, format: name, options, beside }) {
    const papers = papersOf(session, selection, options, named(name));
    if (!papers.ok) return papers;
    if (isBibliography(name)) return bibliography(papers.value, name, options);
    const format = named(name);
    if (!format?.write) return fail('unsupported', `Sheaf does not write ${name}.`, { details: { reason: 'format-out', format: name } });
    const placed = options.files === 'copies' && beside !== undefined ? withCopies(papers.value, beside) : { papers: papers.value, copies: [] };
    const { text, problems } = format.writeSteps ? await unhurried(format.writeSteps(placed.papers, options)) : format.write(placed.papers, options);
    return ok({ text, problems, count: papers.value.length, copies: placed.copies });
  },

  async 'export.check'(session, { selection, format: name, options }) {
    const papers = papersOf(session, selection, options, named(name));
    if (!papers.ok) return papers;
    const format = isBibliography(name) ? undefined : named(name);
    const looked = papers.value.slice(0, MOST_CHECKED);
    const files = papers.value.reduce((sum, paper) => sum + (paper.files?.length ?? 0), 0);
    return ok({ count: papers.value.length, checked: looked.length, losses: format ? summed(await gaps(format, looked, options)) : [], files });
  },
};

/** Writes a library of any size while others are answered in between. */
async function unhurried<T>(steps: Generator<number, T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause();
  }
}

async function gaps(format: Format, papers: readonly Outgoing[], options: WriteOptions): Promise<Gap[][]> {
  const found: Gap[][] = [];
  for (const [at, paper] of papers.entries()) {
    if (at % BETWEEN_PAUSES === 0) await pause();
    found.push(gapsOf(format, paper, readerOf(format), options));
  }
  return found;
}

function papersOf({ store: { state, folder }, lists }: Session, selection: Selection, options: WriteOptions, format?: Format): Result<Outgoing[]> {
  const ids = lists.resolve(selection);
  if (!ids.ok) return ids;
  const shortNames = options.journals === 'short' ? shortNamesOf([...state.paper.values()].map(({ item }) => item)) : undefined;
  return ok(prepared(ids.value.flatMap((id) => state.paper.get(id) ?? []).map((paper) => outgoing(state, folder, paper)), format && FIELDS.has(format.name) ? options : { ...options, fields: 'complete' }, shortNames, format?.holdsMarks));
}

/** The formats for which there is a choice of fields. */
const FIELDS = new Set(EXPORT_NAMES.filter((name) => choicesOf(name).includes('fields')).map(String));

/** References in a style; what is put in front of people is the style's matter alone. */
async function bibliography(papers: readonly Outgoing[], kind: Bibliography, { style, locale }: WriteOptions): Promise<Result<{ text: string; problems: string[]; count: number; copies: [] }>> {
  const set = await typeset({ style, locale, papers: [...papers], only: kind === 'text' ? 'text' : 'html' });
  if (!set.ok) return set;
  const { text, html, count } = set.value;
  return ok({ text: kind === 'text' ? `${text}\n` : bibliographyOf(html, kind, 'References'), problems: [], count, copies: [] });
}
