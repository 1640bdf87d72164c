export { ActivityView } from './ActivityView.tsx';
export { WorkInProgress } from './WorkInProgress.tsx';
