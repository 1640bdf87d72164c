import type { Format } from '../format.ts';
import { readRis } from './read.ts';
import { risWriters } from './write.ts';

/** RIS, the tagged format of Reference Manager and EndNote: `TY  - JOUR` to `ER  - `. */
export const ris: Format = { name: 'ris', extensions: ['ris'], recognise: (head) => (/^\ufeff?\s*TY {1,2}- ?[A-Z]+/m.test(head) ? 0.95 : 0), read: readRis, ...risWriters };
