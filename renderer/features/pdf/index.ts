export { pdfActions } from './actions.ts';
export { openAtHit } from './hit.ts';
export { DownloadButton } from './DownloadButton.tsx';
export { bytesInWords } from './size.ts';
export { PdfTab, readKind } from './PdfTab.tsx';
