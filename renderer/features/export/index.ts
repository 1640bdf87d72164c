export { exportActions } from './actions.ts';
export { ExportDialog } from './ExportDialog.tsx';
export { openExport, openExportCited } from './store.ts';
