export { triageActions } from './actions.ts';
export { TriageView } from './TriageView.tsx';
