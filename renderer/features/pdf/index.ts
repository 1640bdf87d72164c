export { pdfActions } from './actions.ts';
export { DownloadButton } from './DownloadButton.tsx';
export { PdfTab } from './PdfTab.tsx';
