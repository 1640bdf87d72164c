export { pdfActions } from './actions.ts';
export { DownloadButton } from './DownloadButton.tsx';
export { bytesInWords } from './size.ts';
export { PdfTab, readKind } from './PdfTab.tsx';
