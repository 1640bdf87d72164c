import { fail, ok, type Result } from '../../../contract/errors.ts';
import { choicesOf, EXPORT_NAMES, type ExportFormat, type WriteOptions } from '../../../contract/exports.ts';
import type { Selection } from '../../../contract/views.ts';
import { bibliographySteps } from '../../../formats/bibliography/bibliography.ts';
import type { Format, Outgoing } from '../../../formats/format.ts';
import { FORMATS } from '../../../formats/formats.ts';
import { gapsOf, summed, type Gap } from '../../../formats/lost.ts';
import { preparedSteps, shortNamesOf } from '../../../formats/prepare.ts';
import { finished } from '../../../formats/steps.ts';
import { typeset } from '../../styles/typeset.ts';
import { withCopies } from '../copies.ts';
import type { Handlers } from '../handlers.ts';
import { outgoing } from '../outgoing.ts';
import { pause } from '../pause.ts';
import type { Session } from '../session.ts';

/** Papers up to which it is looked what would be lost: each is written and read again. */
const MOST_CHECKED = 1000;
const BETWEEN_PAUSES = 20;
const GATHERED_AT_ONCE = 100;
/** How often papers are gathered anew because the library changed, before nobody else is let in. */
const MOST_TRIES = 3;
const BIBLIOGRAPHIES = ['markdown', 'html', 'text', 'rtf'] as const satisfies ExportFormat[];
type Bibliography = (typeof BIBLIOGRAPHIES)[number];

const isBibliography = (name: ExportFormat): name is Bibliography => BIBLIOGRAPHIES.some((one) => one === name);
const named = (name: ExportFormat): Format | undefined => FORMATS.find((one) => one.name === name);
/** BibLaTeX is read by the reader of BibTeX. */
const readerOf = (format: Format): Format => (format.name === 'biblatex' ? named('bibtex') ?? format : format);

export const exports: Handlers<'export.text' | 'export.check'> = {
  async 'export.text'(session, { selection, format: name, options, beside }) {
    const papers = await papersOf(session, selection, options, named(name));
    if (!papers.ok) return papers;
    if (isBibliography(name)) return bibliography(papers.value, name, options);
    const format = named(name);
    if (!format?.write) return fail('unsupported', `Sheaf does not write ${name}.`, { details: { reason: 'format-out', format: name } });
    const placed = options.files === 'copies' && beside !== undefined ? withCopies(papers.value, beside) : { papers: papers.value, copies: [] };
    const { text, problems } = format.writeSteps ? await unhurried(format.writeSteps(placed.papers, options)) : format.write(placed.papers, options);
    return ok({ text, problems, count: papers.value.length, copies: placed.copies });
  },

  async 'export.check'(session, { selection, format: name, options }) {
    const papers = await papersOf(session, selection, options, named(name));
    if (!papers.ok) return papers;
    const format = isBibliography(name) ? undefined : named(name);
    const looked = papers.value.slice(0, MOST_CHECKED);
    const files = papers.value.reduce((sum, paper) => sum + (paper.files?.length ?? 0), 0);
    return ok({ count: papers.value.length, checked: looked.length, losses: format ? summed(await gaps(format, looked, options)) : [], files });
  },
};

/** Steps through a library of any size while others are answered in between; null when what was to hold is `gone` after one of them. */
async function unhurried<T>(steps: Generator<number, T>): Promise<T>;
async function unhurried<T>(steps: Generator<number, T>, gone: () => boolean): Promise<T | null>;
async function unhurried<T>(steps: Generator<number, T>, gone = (): boolean => false): Promise<T | null> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause();
    if (gone()) return null;
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

/** Papers as they leave, all of one moment though others are answered in between: when the library changed meanwhile they are gathered again, and at last at once. */
async function papersOf(session: Session, selection: Selection, options: WriteOptions, format?: Format): Promise<Result<Outgoing[]>> {
  const { store: { state }, lists } = session;
  const ids = lists.resolve(selection);
  if (!ids.ok) return ids;
  const shortNames = options.journals === 'short' ? shortNamesOf([...state.paper.values()].map(({ item }) => item)) : undefined;
  const gathered = await ofOneMoment(session, ids.value);
  return ok(await unhurried(preparedSteps(gathered, format && FIELDS.has(format.name) ? options : { ...options, fields: 'complete' }, shortNames, format?.holdsMarks)));
}

async function ofOneMoment({ store }: Session, ids: readonly string[]): Promise<Outgoing[]> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { revision } = store;
    const gathered = await unhurried(gathering(store, ids), () => store.revision !== revision);
    if (gathered !== null) return gathered;
  }
  return finished(gathering(store, ids));
}

function* gathering({ state, folder }: Session['store'], ids: readonly string[]): Generator<number, Outgoing[]> {
  const gathered: Outgoing[] = [];
  for (const [at, id] of ids.entries()) {
    const paper = state.paper.get(id);
    if (paper) gathered.push(outgoing(state, folder, paper));
    if (at % GATHERED_AT_ONCE === GATHERED_AT_ONCE - 1) yield at / ids.length;
  }
  return gathered;
}

/** The formats for which there is a choice of fields. */
const FIELDS = new Set(EXPORT_NAMES.filter((name) => choicesOf(name).includes('fields')).map(String));

/** References in a style; what is put in front of people is the style's matter alone. */
async function bibliography(papers: readonly Outgoing[], kind: Bibliography, { style, locale }: WriteOptions): Promise<Result<{ text: string; problems: string[]; count: number; copies: [] }>> {
  const set = await typeset({ style, locale, papers: [...papers], only: kind === 'text' ? 'text' : 'html' });
  if (!set.ok) return set;
  const { text, html, count } = set.value;
  return ok({ text: kind === 'text' ? `${text}\n` : await unhurried(bibliographySteps(html, kind, 'References')), problems: [], count, copies: [] });
}
