import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { actions } from './actions/actions.ts';
import { followKeys } from './actions/dispatch.ts';
import { provideActions } from './actions/registry.ts';
import { App } from './app.tsx';
import { followJobs } from './stores/jobs.ts';
import { followLibrary, useLibrary } from './stores/library.ts';
import { followPapers } from './stores/paper.ts';
import { followQuery, runQuery } from './stores/query.ts';
import { followToasts } from './stores/toasts.ts';
import { followSettings } from './stores/settings.ts';

provideActions(actions);
followKeys();
followPapers();
followQuery();
followToasts();
void followSettings();
void followJobs();
void followLibrary().then(() => (useLibrary.getState().state === 'open' ? runQuery() : undefined));

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
