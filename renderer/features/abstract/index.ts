export { PaperPane } from './PaperPane.tsx';
export { abstractActions } from './actions.ts';
