import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { actions } from './actions/actions.ts';
import { followKeys } from './actions/dispatch.ts';
import { followMenu } from './actions/menu.ts';
import { provideActions } from './actions/registry.ts';
import { App } from './app.tsx';
import { CitePicker } from './features/cite/index.ts';
import { showPaper } from './features/library/index.ts';
import { followGuide } from './features/guide/index.ts';
import { previewOffered } from './features/import/index.ts';
import { followJobNews } from './stores/job-news.ts';
import { followJobs } from './stores/jobs.ts';
import { followLibrary, useLibrary } from './stores/library.ts';
import { isManuscriptName, openManuscript } from './stores/manuscripts.ts';
import { followOffers } from './stores/offers.ts';
import { followOpening } from './stores/open.ts';
import { followOpenFiles } from './stores/open-files.ts';
import { followPapers } from './stores/paper.ts';
import { followQuery, runQuery } from './stores/query.ts';
import { followCompare } from './stores/compare.ts';
import { followTriage } from './stores/triage.ts';
import { followToasts } from './stores/toasts.ts';
import { followSettings } from './stores/settings.ts';

/** The window that keeps a library: it follows everything. */
function followAll(): void {
  provideActions(actions);
  followKeys();
  followMenu();
  followPapers();
  followQuery();
  followOpenFiles();
  followOpening();
  followToasts();
  followTriage();
  followCompare();
  followGuide();
  void followSettings();
  void followJobs();
  followJobNews();
  followOffers((offer) => ('file' in offer ? (isManuscriptName(offer.file) ? openManuscript(offer.file) : previewOffered(offer.file)) : showPaper(offer.citationKey, offer.annotation)));
  void followLibrary().then(() => (useLibrary.getState().state === 'open' ? runQuery() : undefined));
}

/** The small window of those who cite from another program is another page of the same bundle. */
const picking = location.search === '?picker';
if (picking) void followSettings();
else followAll();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(picking ? <CitePicker /> : <App />);
