export { jobActions as activityActions } from './actions.ts';
export { ActivityView } from './ActivityView.tsx';
export { WorkInProgress } from './WorkInProgress.tsx';
export { Waiting } from './Waiting.tsx';
