import type { Draft } from '../../formats/format.ts';
import type { ReadAll } from './import-reading.ts';

/** A reading that waits to be brought in: which papers of the library its drafts are copies of, and which repeat an earlier draft. */
export interface Preview extends ReadAll { drafts: Draft[]; duplicates: Map<number, string>; repeats: Map<number, number> }

const MOST = 8;

/** The last few previews, so that what was shown is what comes in; and the work on them that was called off. */
export class Previews {
  readonly #kept = new Map<string, Preview>();
  readonly #running = new Map<string, { cancelled: boolean }>();

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

  /** Begins work under a name: its `cancelled` turns true when it is called off. */
  begin(job: string): { cancelled: boolean } {
    const work = { cancelled: false };
    this.#running.set(job, work);
    return work;
  }

  end(job: string): void {
    this.#running.delete(job);
  }

  cancel(job: string): void {
    const work = this.#running.get(job);
    if (work) work.cancelled = true;
  }
}
