import { unzipSync } from 'fflate';

/** Why a book cannot be shown, as the message catalogue names it. */
export type Trouble = 'damaged' | 'large' | 'locked' | 'missing';
export class BookTrouble extends Error {
  constructor(readonly trouble: Trouble) { super(trouble); }
}

/** Most entries, bytes of one entry, and bytes of all as the archive declares them; what an entry unpacks to beyond its word is cut off. */
const LIMITS = { entries: 10_000, entry: 64_000_000, all: 512_000_000 } as const;

/** The files of a zip by their names, unpacked one at a time when they are asked for. Nothing is ever written to a disk. Throws BookTrouble. */
export function openArchive(bytes: Uint8Array): { has: (name: string) => boolean; read: (name: string) => Uint8Array | null } {
  const sizes = new Map<string, number>();
  let all = 0;
  attempt(() => unzipSync(bytes, { filter: ({ name, originalSize }) => {
    sizes.set(name, originalSize);
    all += originalSize;
    if (sizes.size > LIMITS.entries || all > LIMITS.all) throw new BookTrouble('large');
    return false;
  } }));
  const read = (name: string): Uint8Array | null => {
    const size = sizes.get(name);
    if (size === undefined) return null;
    if (size > LIMITS.entry) throw new BookTrouble('large');
    return attempt(() => unzipSync(bytes, { filter: (file) => file.name === name })[name] ?? null);
  };
  return { has: (name) => sizes.has(name), read };
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof BookTrouble ? error : new BookTrouble('damaged');
  }
}
