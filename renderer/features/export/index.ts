export { exportActions } from './actions.ts';
export { ExportDialog } from './ExportDialog.tsx';
export { openExport } from './store.ts';
