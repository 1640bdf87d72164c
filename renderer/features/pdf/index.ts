export { pdfActions } from './actions.ts';
