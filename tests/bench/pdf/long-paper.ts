import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';

/** A word that stands once on each page. */
export const RARE = 'quince';

const WORDS = 'the of a model training sparse weights gradient we show that under mild assumptions each layer converges with respect to its input data set method result table figure where loss function bound proof lemma follows from large small number steps rate learning network graph attention token sequence'.split(' ');
const [WIDTH, HEIGHT, MARGIN, GAP, SIZE, LEADING] = [595, 842, 50, 18, 9.5, 11.6];

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A PDF of many pages as papers have them: two columns of small print, a drawing on each fifth page. Always the same bytes of text. */
export async function longPaper(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const random = seeded(500);
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([WIDTH, HEIGHT]);
    const column = (WIDTH - 2 * MARGIN - GAP) / 2;
    for (const left of [MARGIN, MARGIN + column + GAP]) for (let y = HEIGHT - MARGIN; y > MARGIN; y -= LEADING) {
      let line = left === MARGIN && y === HEIGHT - MARGIN ? `${RARE} ${String(number)}` : '';
      for (;;) {
        const next = `${line} ${WORDS[Math.floor(random() * WORDS.length)] ?? ''}`.trim();
        if (font.widthOfTextAtSize(next, SIZE) > column) break;
        line = next;
      }
      page.drawText(line, { x: left, y, size: SIZE, font });
    }
    if (number % 5 === 0) for (let at = 0; at < 120; at++) page.drawLine({ start: { x: MARGIN + at * 2, y: 120 + 60 * random() }, end: { x: MARGIN + at * 2 + 2, y: 120 + 60 * random() }, thickness: 0.7, color: rgb(0.2, 0.3, random()) });
  }
  return document.save();
}
