import { z } from 'zod';
import { Annotation } from '../model/annotation.ts';
import { Attachment } from '../model/attachment.ts';
import { DEFAULT_KEY_PATTERN } from '../citation/key-pattern/default.ts';
import { SheafError } from './errors.ts';
import { DEFAULT_OPTIONS, ExportFormat, WriteOptions } from './exports.ts';
import { QuickCopy } from '../citation/quick-copy.ts';
import { Column, DEFAULT_COLUMNS, LIST_LAYOUTS, ROW_STYLES } from './list-form.ts';
import { KeyPattern } from './keys.ts';
import { ManuscriptFile } from './manuscripts.ts';
import { Collection } from '../model/collection.ts';
import { DEFAULT_PATTERN } from '../library/file-names.ts';
import { DEFAULT_TEMPLATES, NoteTemplate } from '../library/notes/template.ts';
import { Id } from '../model/id.ts';
import { Note } from '../model/note.ts';
import { Paper, Status } from '../model/paper.ts';
import { Passage } from './passage.ts';
import { Relation } from '../model/relation.ts';
import { Tag } from '../model/tag.ts';

/** What a list is of: where to look, the words typed, the order. */
export const PaperQuery = z.object({
  scope: z.discriminatedUnion('in', [
    z.object({ in: z.literal('all') }),
    z.object({ in: z.literal('status'), status: Status }),
    z.object({ in: z.literal('tag'), tag: Id }),
    z.object({ in: z.literal('collection'), collection: Id }),
    z.object({ in: z.literal('import'), group: z.string() }),
    z.object({ in: z.literal('cited'), manuscript: ManuscriptFile }),
    z.object({ in: z.literal('untagged') }),
    z.object({ in: z.literal('trash') }),
  ]),
  tags: z.array(Id).max(50).default([]).describe('papers that have all of these, or tags nested in them'),
  text: z.string().max(2000).default(''),
  pdfs: z.boolean().default(false).describe('whether its words are looked for in the text of PDFs too'),
  sort: z.enum(['added', 'changed', 'title', 'author', 'year', 'venue', 'rating', 'relevance']).default('added'),
  descending: z.boolean().default(true),
});
export type PaperQuery = z.infer<typeof PaperQuery>;

/** A list as a handle: rows are fetched by place; a handle of an old version answers `conflict`. */
export const QueryHandle = z.object({ query: z.string(), version: z.number().int(), total: z.number().int(), indexing: z.boolean() });
export type QueryHandle = z.infer<typeof QueryHandle>;

/** One line of a list. */
export const PaperRow = z.object({
  id: Id, title: z.string(), authors: z.string(), year: z.string(), venue: z.string(), type: z.string(), citationKey: z.string(), status: Status,
  rating: z.number(), tags: z.array(Id), hasPdf: z.boolean(), hasCode: z.boolean(), hasNote: z.boolean(), marks: z.number().int(), doubtful: z.boolean(),
  added: z.string(), changed: z.string(), snippet: z.string(), deleted: z.string().optional().describe('when it was laid in the trash'),
  passage: Passage.optional().describe('of the abstract, around the words that were looked for'),
});
export type PaperRow = z.infer<typeof PaperRow>;

/** A relation as one of its two papers sees it. `out`: this paper is the one that cites, retracts, is the version. */
export const RelationView = z.object({ id: Id, kind: Relation.shape.kind, out: z.boolean(), paper: Id, title: z.string(), authors: z.string(), year: z.string(), trashed: z.boolean() });
export type RelationView = z.infer<typeof RelationView>;

/** Everything that belongs to one paper. */
export const PaperDetail = z.object({ paper: Paper, attachments: z.array(Attachment), notes: z.array(Note), annotations: z.array(Annotation), relations: z.array(RelationView) });
export type PaperDetail = z.infer<typeof PaperDetail>;

/** The papers an action is for: named, or a query but for some of its papers. */
export const Selection = z.union([z.object({ ids: z.array(Id) }), z.object({ query: z.string(), except: z.array(Id) })]);
export type Selection = z.infer<typeof Selection>;

/** How kept files are named: fields in braces (src/library/file-names). */
export const FilePattern = z.string().trim().min(1).max(200);
/** Files: by their own ids, or all of the papers of a selection. */
export const FileSelection = z.union([z.object({ files: z.array(Id).min(1) }), z.object({ papers: Selection })]);
export type FileSelection = z.infer<typeof FileSelection>;

export const Overview = z.object({
  library: z.object({ name: z.string(), folder: z.string(), revision: z.number().int(), papers: z.number().int(), readOnly: z.boolean(), full: z.boolean().describe('read only because there is no room on its disk to mend what was damaged') }),
  problems: z.array(z.object({ file: z.string(), message: z.string(), salvagedFrom: z.string().optional(), keptAs: z.string().optional() })),
  counts: z.object({ all: z.number(), inbox: z.number(), later: z.number(), reading: z.number(), read: z.number(), archived: z.number(), untagged: z.number(), trash: z.number() }),
  tags: z.array(Tag.extend({ count: z.number().describe('papers with it or with a tag nested in it, or with a mark that has one') })),
  collections: z.array(Collection.extend({ count: z.number() })),
  undo: z.object({ label: z.string(), at: z.string() }).nullable(),
  redo: z.object({ label: z.string(), at: z.string() }).nullable(),
});
export type Overview = z.infer<typeof Overview>;

/** One command as it happened, for history views. `label` is a message-catalogue key with `values`. */
export const HistoryEntry = z.object({ id: z.string(), command: z.string(), label: z.string(), at: z.string(), machine: z.string(), here: z.boolean().describe('done on this computer'), by: z.enum(['window', 'command-line']), paper: z.object({ id: Id, title: z.string() }).optional().describe('where it was one, and is still there'), papers: z.number(), undone: z.boolean(), fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })) });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const Job = z.object({
  id: z.string(), kind: z.enum(['download', 'import', 'export', 'index']), title: z.string(), paper: Id.optional(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']), done: z.number(), total: z.number().nullable(), unit: z.enum(['bytes', 'papers']),
  rate: z.number().optional().describe('units a second'), retryAt: z.string().optional().describe('when a queued one tries again'),
  error: SheafError.optional(), at: z.string(),
});
export type Job = z.infer<typeof Job>;

/** Keys that work in every program, as Electron writes them: one modifier at least, and a key. */
export const Accelerator = z.string().regex(/^(?:(?:CommandOrControl|Control|Alt|Shift|Super)\+)+(?:[A-Z0-9]|F\d{1,2}|[,./;])$/);

/** The faces that abstracts may be set in; `system` is what the computer has for long texts. */
export const FACES = ['serif', 'sans', 'system'] as const;

/** A citation style: `own` was added from a file, `like` is the title of the style whose rules it borrows. */
export const StyleView = z.object({ id: z.string(), title: z.string(), own: z.boolean().optional(), like: z.string().optional() });
export type StyleView = z.infer<typeof StyleView>;

export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  language: z.string().default('en'),
  abstractSize: z.number().min(13).max(28).default(18),
  abstractMeasure: z.number().min(40).max(100).default(68),
  abstractFace: z.enum(FACES).default('serif'),
  density: z.enum(ROW_STYLES).default('roomy'),
  columns: z.array(Column).default(DEFAULT_COLUMNS),
  layout: z.enum(LIST_LAYOUTS).default('beside'),
  order: z.object({ sort: PaperQuery.shape.sort.unwrap(), descending: z.boolean() }).default({ sort: 'added', descending: true }),
  folded: z.array(z.string()).default([]).describe('collections and tags that are folded away in the sidebar'),
  citationStyle: z.string().default('apa'),
  citationLocale: z.string().default('en-US'),
  favouriteStyles: z.array(z.string().max(200)).max(100).default([]),
  recentStyles: z.array(z.string().max(200)).max(8).default([]).describe('the styles that were picked last, the last one first'),
  exporting: z.object({ format: ExportFormat.catch('bibtex'), options: WriteOptions.prefault({}) }).default({ format: 'bibtex', options: DEFAULT_OPTIONS }).describe('the format and choices of the last export'),
  citing: z.object({ allowed: z.boolean(), port: z.number().int().min(1024).max(65_535) }).default({ allowed: false, port: 23_119 }).describe('whether other programs of this machine may ask for citations'),
  quickCopy: z.object({ format: QuickCopy.catch('pandoc'), anywhere: z.enum(['off', 'selection', 'pick']), keys: Accelerator }).default({ format: 'pandoc', anywhere: 'off', keys: 'CommandOrControl+Alt+K' }).describe('what the shortcut copies; and from everywhere: nothing, what is selected here, or what is picked'),
  colourNames: z.record(z.string(), z.string()).default({}),
  noteTemplates: z.array(NoteTemplate).max(50).default(DEFAULT_TEMPLATES),
  noteMirrors: z.record(z.string(), z.string()).default({}).describe('folders that notes are mirrored in, by the folder of their library'),
  pdfDark: z.boolean().default(false).describe('pages of PDFs are shown dark'),
  notices: z.boolean().default(true).describe('whether finished work is told to who looks elsewhere'),
  panes: z.record(z.string(), z.number()).default({}),
  recentLibraries: z.array(z.string()).default([]),
  recentManuscripts: z.array(z.string()).default([]),
  firstRunDone: z.boolean().default(false),
  guide: z.object({ at: z.enum(['never', 'open', 'folded', 'closed']), done: z.array(z.string()).max(20) }).default({ at: 'never', done: [] }).describe('how far the first-run guide was followed'),
  filePattern: FilePattern.default(DEFAULT_PATTERN),
  keyPattern: KeyPattern.default(DEFAULT_KEY_PATTERN),
  readTo: z.record(z.string(), z.object({ chapter: z.number().int().min(0), at: z.number().min(0).max(1) })).default({}).describe('how far a book was read, by its attachment; `at` is the share of the chapter'),
});
export type Settings = z.infer<typeof Settings>;

const kept = Settings.shape;
/** A change of settings by a window: only what is named, and never the recent libraries and manuscripts, which it may open. (`Settings.partial()` would fill in every default, and so forget the rest.) */
export const SettingsChange = z.object({
  theme: kept.theme.unwrap(), language: kept.language.unwrap(), abstractSize: kept.abstractSize.unwrap(), abstractMeasure: kept.abstractMeasure.unwrap(), abstractFace: kept.abstractFace.unwrap(), density: kept.density.unwrap(),
  columns: kept.columns.unwrap(), layout: kept.layout.unwrap(), order: kept.order.unwrap(), folded: kept.folded.unwrap(),
  citationStyle: kept.citationStyle.unwrap(), citationLocale: kept.citationLocale.unwrap(), favouriteStyles: kept.favouriteStyles.unwrap(), recentStyles: kept.recentStyles.unwrap(), exporting: kept.exporting.unwrap(), citing: kept.citing.unwrap(), quickCopy: kept.quickCopy.unwrap(), colourNames: kept.colourNames.unwrap(), noteTemplates: kept.noteTemplates.unwrap(), pdfDark: kept.pdfDark.unwrap(), panes: kept.panes.unwrap(), notices: kept.notices.unwrap(),
  firstRunDone: kept.firstRunDone.unwrap(), guide: kept.guide.unwrap(), filePattern: kept.filePattern.unwrap(), keyPattern: kept.keyPattern.unwrap(), readTo: kept.readTo.unwrap(),
}).partial().strict();
