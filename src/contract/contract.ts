import { z } from 'zod';
import { ExportCheck, ExportFormat, FileCopy, WriteOptions } from './exports.ts';
import { Cite } from '../citation/cite.ts';
import { Around, QuickCopy } from '../citation/quick-copy.ts';
import { CslItem } from '../model/csl.ts';
import { Id } from '../model/id.ts';
import { AppMenu } from './menu.ts';
import { Likely, ImportOrder, ImportPreview, ImportReport, ImportSource } from './imports.ts';
import { KeptFileView } from './kept-files.ts';
import { KeyPattern, KeyPreview } from './keys.ts';
import { FilePattern, FileSelection, HistoryEntry, Job, Overview, PaperDetail, PaperQuery, PaperRow, QueryHandle, Selection, Settings, SettingsChange, StyleView } from './views.ts';
import { ManuscriptFile, ManuscriptView, RecentManuscripts } from './manuscripts.ts';
import { MirroredNote, MirrorView, NoteDetail, NoteLine, NoteList, NoteTarget } from './notes.ts';
import { ManyEdit } from '../library/editing/edit-many.ts';
import { Offer } from './offer.ts';
import { MarkedPdf, TakenOver, WrittenPdf } from './pdf-marks.ts';
import { PdfPlace } from './pdf-place.ts';
import { PdfHit, TextProgress, TextWork } from './pdf-texts.ts';
import { Paper } from '../model/paper.ts';

/** One thing a window or the command line may ask for. `by` says who answers: the library engine or the main process. */
interface Operation<B extends 'engine' | 'main', I extends z.ZodType, O extends z.ZodType> { by: B; input: I; output: O }
const engine = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'engine', I, O> => ({ by: 'engine', input, output });
const main = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<'main', I, O> => ({ by: 'main', input, output });

const nothing = z.object({});
const nil = z.null();
const LibraryState = z.enum(['none', 'opening', 'open', 'restarting', 'failed']);

/** The one contract between the window (or the command line, through the door) and what answers it. */
export const contract = {
  'library.overview': engine(nothing, Overview),
  'library.check': engine(nothing, z.object({ sound: z.boolean(), findings: z.array(z.object({ file: z.string(), message: z.string() })), records: z.number() })),

  'papers.query': engine(PaperQuery.extend({ first: z.number().int().min(0).max(500).default(0) }), QueryHandle.extend({ rows: z.array(PaperRow).describe('the first rows, as many as were asked for') })),
  'papers.rows': engine(z.object({ query: z.string(), version: z.number().int(), from: z.number().int().min(0), count: z.number().int().min(1).max(500) }), z.array(PaperRow)),
  'papers.place': engine(z.object({ query: z.string(), id: Id }), z.object({ index: z.number().int() })),
  'papers.get': engine(z.object({ id: Id }), PaperDetail),
  /** How many papers of a selection have each tag and lie in each collection: what a picker shows as given, given to some, not given. */
  'papers.shared': engine(z.object({ selection: Selection }), z.object({ total: z.number(), tags: z.array(z.object({ id: Id, count: z.number() })), collections: z.array(z.object({ id: Id, count: z.number() })) })),
  'papers.list': engine(z.object({ selection: Selection, from: z.number().int().min(0).default(0), count: z.number().int().min(1).max(1000).default(1000) }), z.object({ papers: z.array(Paper), total: z.number() })),

  /** The papers of a selection by id, in the order of the list; `total` counts those beyond `most` too. */
  'papers.ids': engine(z.object({ selection: Selection, most: z.number().int().min(1).max(20_000).default(20_000) }), z.object({ ids: z.array(Id), total: z.number() })),

  /** Papers by what people call them: citation key, id or its beginning, DOI, arXiv id. One answer a name, empty where nothing fits. */
  'papers.find': engine(z.object({ names: z.array(z.string().max(2000)).max(10_000) }), z.array(z.object({ name: z.string(), ids: z.array(Id) }))),

  /** Papers that had this citation key before, by the history of the library, or as one of several that were joined; links with it lead to them. */
  'papers.formerly': engine(z.object({ keys: z.array(z.string().min(1).max(2000)).max(20_000) }), z.array(z.object({ name: z.string(), ids: z.array(Id) }))),

  /** Papers that a manuscript means by a name, or by what its field says of a work. One answer a work, empty where none is meant. */
  'papers.cited': engine(z.object({ works: z.array(z.object({ name: z.string().max(2000), item: CslItem.optional() })).max(20_000) }), z.array(z.object({ name: z.string(), ids: z.array(Id) }))),

  /** Papers that may be one and the same, in groups, the fullest account of each first; differences are against that one. */
  'papers.duplicates': engine(nothing, z.object({ total: z.number(), groups: z.array(z.array(Likely)).describe('the first 200') })),

  /** Other papers that a paper may be a copy of: by an identifier, or by title, authors and year. */
  'papers.copies': engine(z.object({ id: Id }), z.array(z.object({ id: Id, title: z.string(), authors: z.string(), year: z.string(), by: z.enum(['identifier', 'title']) }))),

  /** What `paper.editMany` would do: how many papers differ, and the first differences. */
  'papers.previewEdit': engine(z.object({ selection: Selection, edits: z.array(ManyEdit).min(1).max(50) }), z.object({ total: z.number(), changed: z.number(), first: z.array(z.object({ paper: Id, title: z.string(), field: z.string(), before: z.string(), after: z.string() })) })),

  /** What `paper.refreshKey` would do with a pattern; without a selection, to all papers, as an example. Pinned keys are told and, unless `keepPinned` is off, left. */
  'keys.preview': engine(z.object({ pattern: KeyPattern, selection: Selection.optional(), keepPinned: z.boolean().default(true), changedOnly: z.boolean().default(false), most: z.number().int().min(0).max(10_000).default(20) }), KeyPreview),

  /** What a manuscript and all that it takes in cite: found here, or missing with what may be meant. `entries`: those of its own bibliographies, as BibTeX, or what fields of a document say of works, as CSL JSON. */
  'manuscript.look': engine(z.object({ file: ManuscriptFile }), ManuscriptView),
  'manuscript.entries': engine(z.object({ file: ManuscriptFile, names: z.array(z.string().max(2000)).max(10_000) }), z.object({ text: z.string(), name: z.string() })),

  /** What emptying the trash would take away for good. `bytes`: of the files inside the library folder. */
  'trash.facts': engine(nothing, z.object({ papers: z.number(), files: z.number(), bytes: z.number() })),

  /** Notes, the latest first; `text`: those that hold all these words, or whose paper's title or key does. */
  'notes.list': engine(z.object({ text: z.string().max(500).default(''), from: z.number().int().min(0).default(0), count: z.number().int().min(1).max(2000).default(500) }), NoteList),
  'notes.get': engine(z.object({ id: Id }), NoteDetail),
  /** The notes that name a paper, or a note that stands alone; its own are left out. */
  'notes.mentions': engine(z.object({ id: Id }), z.array(NoteLine)),
  /** Keeps an image for a note in the library folder (base64; once, however often it is pasted); `path` is how Markdown names it. */
  'notes.keepImage': engine(z.object({ data: z.string().max(36_000_000) }), z.object({ path: z.string() })),
  /** Notes with all that a mirror writes of them, by id; `id`: that one alone. */
  'notes.mirrored': engine(z.object({ id: Id.optional(), from: z.number().int().min(0).default(0), count: z.number().int().min(1).max(1000).default(500) }), z.object({ total: z.number().int(), notes: z.array(MirroredNote) })),
  'notes.target': engine(z.object({ key: z.string().max(500) }), NoteTarget),

  /** Runs one command of src/library/commands. `note`: an undo label's values come back for the toast. */
  'command.run': engine(z.object({ name: z.string(), input: z.unknown() }), z.object({ command: z.string(), revision: z.number().int(), created: z.array(Id), papers: z.number(), label: z.string() })),
  'history.undo': engine(nothing, z.object({ label: z.string(), revision: z.number().int() })),
  'history.redo': engine(nothing, z.object({ label: z.string(), revision: z.number().int() })),
  /** Takes back one command out of the history, not only the newest, where what it left still stands. `paper`: the one whose history it was found in. */
  'history.takeBack': engine(z.object({ id: z.string().min(1).max(100), paper: Id.optional() }), z.object({ label: z.string(), revision: z.number().int() })),
  'history.list': engine(z.object({ paper: Id.optional(), limit: z.number().int().min(1).max(500).default(100) }), z.array(HistoryEntry)),

  /** Reads without changing anything. `job` names the work in `progress` events and for `import.cancel`. */
  'import.preview': engine(z.object({ source: ImportSource, job: z.string().max(60).optional() }), ImportPreview),
  'import.commit': engine(ImportOrder, z.object({ command: z.string(), group: z.string(), imported: z.number(), skipped: z.number(), joined: z.number(), renamed: z.number(), ids: z.array(Id) })),
  /** Stops a reading or an import that has not been written yet. */
  'import.cancel': engine(z.object({ job: z.string() }), nil),
  /** What an import did and could not read, also long after; the newest first where no group is named. */
  'import.reports': engine(z.object({ group: z.string().optional(), limit: z.number().int().min(1).max(200).default(50) }), z.array(ImportReport)),

  /** What a format would not hold of the papers, before anything is written. */
  'export.check': engine(z.object({ selection: Selection, format: ExportFormat, options: WriteOptions.prefault({}) }), ExportCheck),
  'export.text': engine(z.object({ selection: Selection, format: ExportFormat, options: WriteOptions.prefault({}), beside: z.string().max(260).optional().describe('the folder for copies of files, beside the written one') }), z.object({ text: z.string(), count: z.number(), problems: z.array(z.string()), copies: z.array(FileCopy) })),
  /** Adds a style from the text of a `.csl` file; `before` is the text that it replaces. Removing one answers its text, to add it again. */
  'cite.addStyle': engine(z.object({ text: z.string().max(2_000_000), file: z.string().max(260) }), z.object({ style: StyleView, before: z.string().nullable() })),
  'cite.bibliography': engine(z.object({ selection: Selection, style: z.string(), locale: z.string().default('en-US') }), z.object({ text: z.string(), html: z.string(), count: z.number() })),
  /** One citation as it stands in a text; works that are not there are left out. */
  'cite.citation': engine(z.object({ cites: z.array(Cite).min(1).max(500), style: z.string(), locale: z.string().default('en-US') }), z.object({ text: z.string(), html: z.string() })),
  /** What one takes along to write with; `around` is for citations. HTML where the form has one. */
  'cite.quick': engine(z.object({ selection: Selection, format: QuickCopy, style: z.string(), locale: z.string().default('en-US'), around: Around.prefault({}), only: z.enum(['text', 'html']).optional().describe('of references: the other one stays empty, which takes half the time') }), z.object({ text: z.string(), html: z.string().optional(), count: z.number() })),
  'cite.removeStyle': engine(z.object({ id: z.string().max(200) }), z.object({ title: z.string(), text: z.string() })),
  /** Styles that the words find, or those of these ids; and all languages. */
  'cite.locales': engine(nothing, z.array(z.string())),
  'cite.styles': engine(z.object({ text: z.string().default(''), ids: z.array(z.string()).max(200).optional() }), z.array(StyleView)),

  /** Where the PDFs of papers that have none may be fetched; `bases` names mirrors. */
  'download.sources': engine(z.object({ selection: Selection, bases: z.object({ arxiv: z.string().optional(), doi: z.string().optional() }).default({}) }), z.object({ sources: z.array(z.object({ paper: Id, title: z.string(), url: z.string() })), have: z.number(), unknown: z.number() })),

  /** Takes over a verified file that lies in cache/: moves it into files/ with its intent in the journal first. */
  'attachment.keep': engine(z.object({ paper: Id, from: z.string(), mediaType: z.string(), bytes: z.number().int(), sha256: z.string(), sourceUrl: z.string().optional(), pattern: FilePattern.optional() }), z.object({ id: Id, path: z.string() })),
  /** Where an attachment's file is on this disk. Answered to main only (the window gets files by id). */
  'attachment.locate': engine(z.object({ id: Id }), z.object({ file: z.string(), mediaType: z.string(), bytes: z.number() })),
  /** Adds files to a paper: copied into the library, or (`link`) left where they are, which may be an address. What the paper has already, byte for byte, is not added twice: `there` counts it. */
  'attachment.bring': engine(z.object({ paper: Id, files: z.array(z.string().min(1).max(4096)).min(1).max(500), link: z.boolean().default(false), pattern: FilePattern.optional() }), z.object({ ids: z.array(Id), there: z.number(), revision: z.number().int() })),
  /** Which of a paper's files are where they should be. */
  'attachment.present': engine(z.object({ paper: Id }), z.array(z.object({ id: Id, there: z.boolean(), bytes: z.number().nullable() }))),
  /** How kept files would be called by a pattern; the first `most` of those that would change. Without a selection: any papers, as an example. */
  'attachment.names': engine(z.object({ of: FileSelection.optional(), pattern: FilePattern, most: z.number().int().min(1).max(500).default(100) }), z.object({ names: z.array(z.object({ id: Id, title: z.string(), before: z.string(), after: z.string() })), changed: z.number(), files: z.number() })),
  'attachment.rename': engine(z.object({ of: FileSelection, pattern: FilePattern }), z.object({ renamed: z.number(), revision: z.number().int() })),
  /** Puts another file in the place of one; the old one goes to the trash. Marks on it stay. */
  'attachment.replace': engine(z.object({ id: Id, file: z.string() }), z.object({ path: z.string(), revision: z.number().int() })),
  /** Copies a kept file out of the library to a place where nothing is yet, and links it there. */
  'attachment.detach': engine(z.object({ id: Id, to: z.string() }), z.object({ revision: z.number().int() })),
  /** Looks for files that are not where they should be in a folder, by name, size and SHA-256, and takes them from there: kept ones are copied back, linked ones linked anew. */
  'attachment.find': engine(z.object({ folder: z.string() }), z.object({ missing: z.number(), found: z.number(), linked: z.number().describe('of those found: linked anew, which undo takes back; kept ones lie in their place again'), revision: z.number().int() })),

  /** A PDF, where it is and what is marked in it. Answered to main and the command line only, as it speaks of paths. */
  'pdf.marked': engine(z.object({ attachment: Id }), MarkedPdf),

  /** Where the words of a search stand in the PDFs of these papers; those without a hit are left out. */
  'pdf.hits': engine(z.object({ text: z.string().max(2000), papers: z.array(Id).max(100) }), z.array(PdfHit)),
  'pdf.textProgress': engine(nothing, TextProgress),
  /** The next piece of work on the texts of PDFs, null when all is done or being done; and that it was done, or could not be. For main and the command line, which have the processes for it. */
  'pdf.textWork': engine(nothing, TextWork.nullable()),
  'pdf.textDone': engine(z.object({ work: TextWork, done: z.boolean() }), nil),

  /** Writes the marks of a PDF into a Markdown file beside it, which is made anew each time. */
  'pdf.sidecar': engine(z.object({ attachment: Id }), z.object({ file: z.string(), marks: z.number().int() })),

  /** Makes a library: in `folder`; with `choose`, where the system's dialog says; else in the default place, or beside it. */
  'library.create': main(z.object({ folder: z.string().optional(), choose: z.boolean().default(false), example: z.boolean().default(false) }), Overview),
  'library.open': main(z.object({ folder: z.string().optional() }), Overview),
  'library.move': main(z.object({ folder: z.string().optional() }), Overview),
  'library.state': main(nothing, z.object({ state: LibraryState, folder: z.string(), suggested: z.string(), error: z.object({ code: z.string(), message: z.string() }).optional(), waitingFor: z.enum(['window', 'command', 'unknown']).optional().describe('while opening: who has the library and is waited for') })),

  'dialog.import': main(nothing, z.object({ files: z.array(z.string()) }).nullable()),
  'export.file': main(z.object({ selection: Selection, format: ExportFormat, options: WriteOptions.prefault({}), beside: ManuscriptFile.optional().describe('a manuscript, beside which the dialog begins') }), z.object({ file: z.string(), count: z.number(), problems: z.array(z.string()) }).nullable()),
  /** Citing from other programs: whether it listens, and whether another program has the port, or the keys of the quick copy from everywhere. */
  'citing.state': main(nothing, z.object({ listening: z.boolean(), port: z.number(), taken: z.boolean(), keysTaken: z.boolean() })),
  /** What was picked in the picker window; null when nothing is to be cited. */
  'citing.picked': main(z.object({ cites: z.array(Cite).max(500).nullable() }), nil),
  'cite.copy': main(z.object({ selection: Selection, format: QuickCopy.default('reference'), style: z.string(), locale: z.string().default('en-US') }), z.object({ text: z.string(), count: z.number() })),
  'clipboard.write': main(z.object({ text: z.string(), html: z.string().optional() }), nil),

  'download.start': main(z.object({ paper: Id, url: z.string().optional() }), z.object({ job: z.string() })),
  /** Fetches what has no PDF yet, of all these. `have` have one or are being fetched, `unknown` name no place where one could be. */
  'download.batch': main(z.object({ selection: Selection }), z.object({ started: z.number(), have: z.number(), unknown: z.number() })),
  'jobs.list': main(nothing, z.array(Job)),
  'jobs.cancel': main(z.object({ id: z.string() }), nil),
  'jobs.retry': main(z.object({ id: z.string() }), nil),
  'jobs.pause': main(z.object({ id: z.string() }), nil),
  'jobs.resume': main(z.object({ id: z.string() }), nil),
  /** Puts a waiting job before all others. */
  'jobs.first': main(z.object({ id: z.string() }), nil),
  /** Forgets the jobs that have ended. */
  'jobs.clear': main(nothing, nil),

  /** Asks for files to add, a folder to look in, a place to save to: what is chosen may be named from then on. Null when nothing was. */
  'dialog.files': main(nothing, z.object({ files: z.array(z.string()) }).nullable()),
  'dialog.folder': main(nothing, z.object({ folder: z.string() }).nullable()),
  'dialog.save': main(z.object({ name: z.string().max(255) }), z.object({ file: z.string() }).nullable()),
  /** Opens a file in the system's own program for it; only kinds that cannot run. */
  'attachment.open': main(z.object({ id: Id }), nil),
  /** Where reading of a PDF stopped, on this machine; null when it was never read. */
  'attachment.place': main(z.object({ id: Id }), PdfPlace.nullable()),
  'attachment.setPlace': main(z.object({ id: Id, place: PdfPlace }), nil),
  /** Annotations that a PDF holds become marks of the library, at once. */
  'pdf.takeOver': main(z.object({ attachment: Id, password: z.string().max(500).optional() }), TakenOver),
  /** Saves a copy of a PDF with its marks in it, as annotations that other readers show, where the system's dialog says. Null when nothing was chosen. */
  'pdf.write': main(z.object({ attachment: Id }), WrittenPdf.nullable()),
  'attachment.reveal': main(z.object({ id: Id }), nil),
  /** Files that always hold what a list holds. `add` asks where in a dialog; null when nothing was chosen. `replace`: also what somebody else made of it. */
  'kept.list': main(nothing, z.array(KeptFileView)),
  'kept.add': main(z.object({ of: PaperQuery, format: ExportFormat, options: WriteOptions.prefault({}) }), z.array(KeptFileView).nullable()),
  'kept.write': main(z.object({ id: z.string(), replace: z.boolean().default(false) }), z.array(KeptFileView)),
  'kept.remove': main(z.object({ id: z.string() }), z.array(KeptFileView)),
  'kept.reveal': main(z.object({ id: z.string() }), nil),
  /** Asks for a manuscript; null when nothing was chosen. */
  'manuscript.choose': main(nothing, z.object({ file: z.string() }).nullable()),
  /** Those that were looked at; `used` is put in front, `forget` is taken out. */
  'manuscript.recent': main(z.object({ used: ManuscriptFile.optional(), forget: ManuscriptFile.optional() }), RecentManuscripts),
  'manuscript.reveal': main(z.object({ file: ManuscriptFile }), nil),
  'link.open': main(z.object({ url: z.string().max(4096) }), nil),
  /** The window's native menu, as its registry of actions says it is now. */
  'menu.set': main(z.object({ menu: AppMenu }), nil),
  /** The folder of Markdown files that notes are mirrored in. `set` with `on` asks for it in a dialog; null when nothing was chosen. */
  'mirror.state': main(nothing, MirrorView),
  'mirror.set': main(z.object({ on: z.boolean() }), MirrorView.nullable()),
  'settings.get': main(nothing, Settings),
  'settings.set': main(SettingsChange, Settings),
  /** The next thing that the system handed to the app, which is thereby taken; null when there is none. */
  'app.offer': main(nothing, Offer.nullable()),
  /** Tells a person who looks elsewhere that something has finished; shown only while the window has not the focus. */
  'app.notify': main(z.object({ title: z.string().max(200), body: z.string().max(500) }), z.object({ shown: z.boolean() })),
  'app.info': main(nothing, z.object({ version: z.string(), platform: z.string(), electron: z.string(), dark: z.boolean(), settingsTrouble: z.object({ keptAs: z.string().nullable() }).nullable() })),
} as const;

export type OperationName = keyof typeof contract;
export type Input<N extends OperationName> = z.input<(typeof contract)[N]['input']>;
export type Parsed<N extends OperationName> = z.output<(typeof contract)[N]['input']>;
export type Output<N extends OperationName> = z.output<(typeof contract)[N]['output']>;

/** What the other side says unasked. A change names at most 100 records, and at most 100 papers that these are or belong to; null means more than that. */
export const events = {
  changed: z.object({ revision: z.number().int(), tables: z.array(z.string()), ids: z.array(Id).nullable(), papers: z.array(Id).nullable() }),
  indexed: z.object({ revision: z.number().int() }),
  progress: z.object({ job: z.string(), done: z.number(), total: z.number().nullable(), rate: z.number().nullable().optional() }),
  jobs: z.array(Job),
  /** `same`: the library that was shown before, whose engine is being started again, or was. */
  library: z.object({ state: LibraryState, same: z.boolean() }),
  settings: Settings,
  kept: z.array(KeptFileView),
  /** A manuscript that was looked at cites other works than before, or its bibliographies changed. */
  manuscript: z.object({ file: z.string() }),
  /** A menu item was chosen: the name of an action in the renderer's registry. */
  action: z.object({ name: z.string() }),
  /** The system handed something to the app: `app.offer` gives it. */
  offered: nothing,
} as const;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
