export { jobActions as activityActions } from './actions.ts';
export { PaperHistory } from './PaperHistory.tsx';
export { ActivityView } from './ActivityView.tsx';
export { WorkInProgress } from './WorkInProgress.tsx';
export { Waiting } from './Waiting.tsx';
