import { abstract } from './en/abstract.ts';
import { actions } from './en/actions.ts';
import { activity } from './en/activity.ts';
import { cite } from './en/cite.ts';
import { citing } from './en/citing.ts';
import { desktop } from './en/desktop.ts';
import { duplicates } from './en/duplicates.ts';
import { details } from './en/details.ts';
import { errors } from './en/errors.ts';
import { exporting } from './en/export.ts';
import { files } from './en/files.ts';
import { guide } from './en/guide.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { imports } from './en/import.ts';
import { labels } from '../../src/contract/labels.ts';
import { library } from './en/library.ts';
import { marks } from './en/marks.ts';
import { menu } from './en/menu.ts';
import { notes } from './en/notes.ts';
import { organising } from './en/organising.ts';
import { pdf } from './en/pdf.ts';
import { settings } from './en/settings.ts';
import { start } from './en/start.ts';
import { views } from './en/views.ts';
import { variables } from './en/variables.ts';

/** The one message catalogue. Keys are `area.thing`; texts are ICU MessageFormat. */
export const en = { ...abstract, ...actions, ...activity, ...cite, ...citing, ...desktop, ...details, ...duplicates, ...errors, ...exporting, ...files, ...guide, ...help, ...history, ...imports, ...labels, ...library, ...marks, ...menu, ...notes, ...organising, ...pdf, ...settings, ...start, ...variables, ...views } as const;
