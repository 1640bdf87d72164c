import '../pdf-text/no-canvas.ts';
import { z } from 'zod';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { opening, piecesOf, troubleOf } from '../pdf-text/extract.ts';
import type { TakenMark } from '../../library/commands/annotation-take.ts';
import type { FoundMarks } from './found.ts';
import { colourFrom, printOf } from './marks.ts';
import { namesOf, type Named } from './names.ts';
import { facing, quadOf } from '../../library/quads.ts';
import { directionUnder, wordsUnder, type Piece } from './words-under.ts';

const KINDS: Readonly<Record<string, TakenMark['kind']>> = { Highlight: 'highlight', Underline: 'underline', Squiggly: 'underline', StrikeOut: 'strikeout', Text: 'note', FreeText: 'text', Square: 'area', Circle: 'area' };
/** What is no mark of a reader: links, fields of forms, what belongs to another annotation. */
const NO_MARKS = new Set(['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet', 'Watermark']);

const Text = z.object({ str: z.string() }).catch({ str: '' });
/** What pdf.js says of an annotation, as far as it is taken over. */
const Raw = z.looseObject({
  id: z.string(), subtype: z.string().catch(''), rect: z.array(z.number()).length(4).catch([0, 0, 0, 0]), contentsObj: Text, titleObj: Text, overlaidText: z.string().catch(''), inReplyTo: z.string().nullable().catch(null),
  quadPoints: z.unknown().optional().transform((points) => (points instanceof Float32Array || Array.isArray(points) ? Array.from(points as ArrayLike<number>) : [])),
  color: z.unknown().optional().transform((colour) => (colour instanceof Uint8ClampedArray ? [...colour].map((part) => part / 255) : null)),
  backgroundColor: z.unknown().optional().transform((colour) => (colour instanceof Uint8ClampedArray ? [...colour].map((part) => part / 255) : null)),
});
type Raw = z.output<typeof Raw>;

/** The annotations of a PDF as marks, with the words under them; answers to one are lines of its comment. Errors: `not-a-pdf`, `not-allowed` for a locked one. */
export async function readMarks(bytes: Uint8Array, assets: readonly string[], password?: string): Promise<Result<FoundMarks>> {
  const names = await namesOf(bytes, password);
  const task = opening(bytes, { password, assets });
  try {
    const document = await task.promise;
    const found: FoundMarks = { pages: document.numPages, marks: [], others: 0 };
    const labels = await document.getPageLabels().catch(() => null);
    for (let page = 1; page <= document.numPages; page++) {
      const proxy = await document.getPage(page);
      const raws = (await proxy.getAnnotations()).map((one) => Raw.parse(one)).filter(({ subtype }) => !NO_MARKS.has(subtype));
      const marks = raws.filter(({ subtype, inReplyTo }) => inReplyTo === null && KINDS[subtype] !== undefined);
      found.others += raws.filter(({ inReplyTo }) => inReplyTo === null).length - marks.length;
      if (marks.length > 0) { const pieces = await piecesOf(proxy); found.marks.push(...marks.map((mark) => ({ ...markOf(page, mark, raws, pieces, names.get(mark.id)), ...labelled(page, labels) }))); }
      proxy.cleanup();
    }
    return ok(found);
  } catch (error) {
    const { trouble, message } = troubleOf(error);
    return fail(trouble.startsWith('password') ? 'not-allowed' : 'not-a-pdf', message);
  } finally {
    await task.destroy();
  }
}

/** What a page is called, where that is not its number. */
function labelled(page: number, labels: readonly string[] | null): { label?: string } {
  const label = labels?.[page - 1]?.trim().slice(0, 40) ?? '';
  return label === '' || label === String(page) ? {} : { label };
}

function markOf(page: number, raw: Raw, all: readonly Raw[], pieces: readonly Piece[], named: Named | undefined): TakenMark {
  const kind = KINDS[raw.subtype] ?? 'note';
  const onWords = kind === 'highlight' || kind === 'underline' || kind === 'strikeout';
  const quads = onWords ? quadsOf(raw).map((quad) => facing(quad, directionUnder(pieces, quad))) : quadsOf(raw);
  const selector = onWords ? wordsUnder(pieces, quads, named?.words ? { told: named.words, exact: true } : { told: raw.overlaidText, exact: false }) : { exact: '', prefix: '', suffix: '', start: 0, end: 0 };
  const colour = colourFrom((kind === 'text' ? raw.backgroundColor : raw.color) ?? raw.color ?? []);
  return { page, kind, quads, selector, colour, comment: commentOf(raw, all), origin: named?.name || printOf(page, raw.subtype, raw.rect) };
}

/** Four points a quad; the box of the annotation where it names none. */
function quadsOf({ quadPoints, rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }: Raw): number[][] {
  const quads: number[][] = [];
  for (let at = 0; at + 8 <= quadPoints.length; at += 8) quads.push(quadPoints.slice(at, at + 8).map((value) => Math.round(value * 100) / 100));
  return quads.length > 0 ? quads : [quadOf({ left: Math.min(x1, x2), bottom: Math.min(y1, y2), right: Math.max(x1, x2), top: Math.max(y1, y2) })];
}

function commentOf(raw: Raw, all: readonly Raw[]): string {
  const answers = all.filter(({ inReplyTo }) => inReplyTo === raw.id).map(({ titleObj, contentsObj }) => (titleObj.str === '' ? contentsObj.str : `${titleObj.str}: ${contentsObj.str}`));
  return [raw.contentsObj.str, ...answers].filter((line) => line.trim() !== '').join('\n').replace(/\r\n?/g, '\n').slice(0, 20_000);
}
