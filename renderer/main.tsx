import { createRoot } from 'react-dom/client';
import { actions } from './actions/actions.ts';
import { provideActions } from './actions/registry.ts';
import { App } from './app.tsx';
import { followLibrary } from './stores/library.ts';
import { followPapers } from './stores/paper.ts';
import { followSettings } from './stores/settings.ts';
import './ui/tokens.css';
import './ui/base.css';

provideActions(actions);
followPapers();
void followSettings();
void followLibrary();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
