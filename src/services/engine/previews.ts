import type { Draft, Reading } from '../../formats/format.ts';

/** A reading that waits to be brought in: its drafts, and which papers of the library they are copies of. */
export interface Preview { format: string; name: string; drafts: Draft[]; origin: Reading['origin']; duplicates: Map<number, string> }

const MOST = 8;

/** The last few previews, so that what was shown is what comes in. */
export class Previews {
  readonly #kept = new Map<string, Preview>();

  keep(id: string, preview: Preview): void {
    this.#kept.set(id, preview);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
  }

  get(id: string): Preview | undefined {
    return this.#kept.get(id);
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }
}
