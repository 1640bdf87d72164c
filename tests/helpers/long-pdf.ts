import { assembled } from './small-pdf.ts';

const FRONT = 2;

/** A PDF of `count` pages that says its page number in words, with an outline, printed page numbers i, ii, 1, 2, …, and on its first page a link to the last. */
export function longPdf(count: number): Buffer {
  const first = 7;
  const pageOf = (page: number): number => first + 2 * (page - 1);
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /PageLabels << /Nums [0 << /S /r >> ${String(FRONT)} << /S /D >>] >> >>`,
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, index) => `${String(pageOf(index + 1))} 0 R`).join(' ')}] /Count ${String(count)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
    '<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>',
    `<< /Title (The last page) /Parent 4 0 R /Dest [${String(pageOf(count))} 0 R /XYZ 0 792 null] >>`,
    `<< /Type /Annot /Subtype /Link /Rect [72 560 300 580] /Border [0 0 0] /Dest [${String(pageOf(count))} 0 R /XYZ 0 792 null] >>`,
  ];
  for (let page = 1; page <= count; page++) {
    const lines = [`Sheet number ${String(page)}`, 'The lantern was lit before dusk, and the harbour lay still.', 'A second line, so that marks may run', 'over the end of one.', page === 1 ? 'To the last page' : page === count ? 'Here the Lantern goes out.' : ''];
    const text = lines.map((line, index) => `BT /F1 ${index === 0 ? '20' : '12'} Tf 72 ${String(720 - index * 38)} Td (${line}) Tj ET`).join('\n');
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${String(pageOf(page) + 1)} 0 R /Resources << /Font << /F1 3 0 R >> >>${page === 1 ? ' /Annots [6 0 R]' : ''} >>`);
    objects.push(`<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`);
  }
  return Buffer.from(assembled(objects), 'latin1');
}
