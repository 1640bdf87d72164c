import { abstractActions } from '../features/abstract/index.ts';
import { activityActions } from '../features/activity/index.ts';
import { citeActions } from '../features/cite/index.ts';
import { exportActions } from '../features/export/index.ts';
import { fileActions } from '../features/files/index.ts';
import { detailsActions } from '../features/details/index.ts';
import { guideActions } from '../features/guide/index.ts';
import { importActions } from '../features/import/index.ts';
import { manuscriptActions } from '../features/manuscripts/index.ts';
import { keptActions } from '../features/kept/index.ts';
import { libraryActions } from '../features/library/index.ts';
import { looksActions } from '../features/looks/index.ts';
import { noteActions } from '../features/notes/index.ts';
import { pdfActions } from '../features/pdf/index.ts';
import { settingsActions } from '../features/settings/index.ts';
import { compareActions } from '../features/compare/index.ts';
import { streamActions } from '../features/stream/index.ts';
import { triageActions } from '../features/triage/index.ts';
import type { Action } from './registry.ts';

/** Every action of the window, in the order the palette and the help page show them. */
export const actions: readonly Action[] = [...triageActions, ...streamActions, ...compareActions, ...abstractActions, ...detailsActions, ...noteActions, ...pdfActions, ...fileActions, ...citeActions, ...exportActions, ...importActions, ...libraryActions, ...activityActions, ...looksActions, ...settingsActions, ...guideActions, ...keptActions, ...manuscriptActions];
