import { z } from 'zod';
import { Annotation, type Colour } from '../../model/annotation.ts';

/** A mark as it goes into a file: what other readers know of it. `name` is its /NM, by which it is found again. */
export const FileMark = z.object({
  name: z.string(), page: z.number().int().positive(), quads: z.array(z.array(z.number()).length(8)).min(1), kind: Annotation.shape.kind,
  colour: Annotation.shape.colour, comment: z.string(), words: z.string(), origin: z.string().optional(), added: z.string(), changed: z.string(),
});
export type FileMark = z.infer<typeof FileMark>;

const NAME = 'sheaf-';

/** What a file calls a mark of ours. */
export const nameOf = (id: string): string => `${NAME}${id}`;

/** The marks on one PDF, as they go into its file. */
export const fileMarks = (annotations: readonly Annotation[], attachment: string): FileMark[] => annotations.flatMap((mark) => {
  const { target, selector, kind, colour, comment, origin, added, changed } = mark;
  if (target.type !== 'pdf' || target.attachment !== attachment || target.quads.length === 0) return [];
  return [{ name: nameOf(mark.id), page: target.page, quads: target.quads, kind, colour, comment, words: selector.exact, ...(origin === undefined ? {} : { origin }), added, changed }];
});

/** The colours in a file, sRGB from 0 to 1: light enough that words under them stay readable in any reader. */
export const RGB: Readonly<Record<Colour, readonly [number, number, number]>> = { yellow: [1, 0.85, 0.3], green: [0.56, 0.82, 0.5], blue: [0.49, 0.72, 0.94], pink: [0.96, 0.56, 0.69], purple: [0.72, 0.61, 0.93] };

/** The colour of ours nearest to one in a file, by hue; grey ones are yellow, as most readers' first marker is. */
export function colourFrom(rgb: readonly number[]): Colour {
  const wanted = hueOf(rgb);
  if (wanted === null) return 'yellow';
  const away = (colour: Colour): number => { const turn = Math.abs(wanted - (hueOf(RGB[colour]) ?? 0)); return Math.min(turn, 360 - turn); };
  return (Object.keys(RGB) as Colour[]).reduce((best, one) => (away(one) < away(best) ? one : best));
}

function hueOf([red = 0, green = 0, blue = 0]: readonly number[]): number | null {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const span = most - least;
  if (span < 0.04) return null;
  const sixth = most === red ? ((green - blue) / span + 6) % 6 : most === green ? (blue - red) / span + 2 : (red - green) / span + 4;
  return sixth * 60;
}

/** What tells an annotation without a name from the others of its file: page, kind and place, in whole points. */
export const printOf = (page: number, subtype: string, rect: readonly number[]): string => `${page} ${subtype} ${[Math.min(rect[0] ?? 0, rect[2] ?? 0), Math.min(rect[1] ?? 0, rect[3] ?? 0), Math.max(rect[0] ?? 0, rect[2] ?? 0), Math.max(rect[1] ?? 0, rect[3] ?? 0)].map(Math.round).join(' ')}`;
