import css from 'pdfjs-dist/legacy/web/pdf_viewer.css?inline';

let given = false;

/** Gives pdf.js's viewer its own style sheet, held to `.pdf`: its names (`.sidebar`, `.dialog`, `.page`) are ours elsewhere too. */
export function giveViewerStyle(): void {
  if (given) return;
  given = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@scope (.pdf) { ${css.replaceAll(':root', ':scope')} }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
