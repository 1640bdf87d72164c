export { streamActions } from './actions.ts';
export { Stream } from './Stream.tsx';
