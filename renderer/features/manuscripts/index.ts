export { manuscriptActions } from './actions.ts';
export { ManuscriptsView } from './ManuscriptsView.tsx';
