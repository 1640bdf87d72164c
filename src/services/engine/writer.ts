import type { Result } from '../../contract/errors.ts';
import { ok } from '../../contract/errors.ts';
import type { Change } from '../../model/change.ts';
import type { Command, Store } from '../library/store.ts';
import { caller } from './caller.ts';
import { papersTouched } from './touched.ts';

/** A command that is durable: what it was, and what it touched. */
export interface Written { id: string; revision: number; label: string; papers: Set<string> }
export interface Listener { changed(changes: readonly Change[], papers: ReadonlySet<string>): void; durable(written: Written, changes: readonly Change[]): void }
export type Planned = Omit<Command, 'id' | 'at'> & { at: string };

/** The one hand that writes: commands take effect one after the other, and share the wait for the disk. */
export class Writer {
  #turn: Promise<unknown> = Promise.resolve();
  readonly #settling = new Set<Promise<unknown>>();

  constructor(readonly store: Store, readonly newId: () => string, readonly listener: Listener) {}

  /** Plans a command while no other one runs, applies it, and resolves when it is durable. */
  async write(plan: () => Result<Planned> | Promise<Result<Planned>>): Promise<Result<Written>> {
    const turn = this.#turn.then(async () => {
      const planned = await plan();
      return planned.ok ? ok({ begun: this.#begin(planned.value) }) : planned;
    });
    this.#turn = turn.catch(() => undefined);
    const begun = await turn;
    return begun.ok ? ok(await begun.value.begun()) : begun;
  }

  /** Takes in what other machines wrote, while no command of our own is under way. */
  hear(): Promise<void> {
    const heard = this.#turn.then(async () => {
      await this.settled();
      const changes = await this.store.hear();
      if (changes.length === 0) return;
      const papers = papersTouched(this.store.state, changes);
      this.listener.changed(changes, papers);
      this.listener.durable({ id: '', revision: this.store.revision, label: '', papers }, changes);
    });
    this.#turn = heard.catch(() => undefined);
    return heard;
  }

  /** Resolves when everything begun so far is durable or refused. */
  settled(): Promise<unknown> {
    return Promise.allSettled([...this.#settling]);
  }

  #begin(planned: Planned): () => Promise<Written> {
    const { store } = this;
    const { changes } = planned;
    if (changes.length === 0 && !planned.moves?.length) return () => Promise.resolve({ id: '', revision: store.revision, label: planned.label, papers: new Set<string>() });
    const id = this.newId();
    const before = papersTouched(store.state, changes);
    const durable = store.commit({ ...planned, id, ...(caller.getStore() === 'command-line' ? { by: 'command-line' } : {}) });
    const papers = new Set([...before, ...papersTouched(store.state, changes)]);
    const written = { id, revision: store.revision, label: planned.label, papers };
    this.listener.changed(changes, papers);
    const settled = durable.then(() => { this.listener.durable(written, changes); return written; }, (error: unknown) => {
      // Memory is as it was before: what was derived from the change must be derived anew.
      this.listener.changed(changes, papers);
      throw error;
    });
    this.#settling.add(settled);
    void settled.catch(() => undefined).finally(() => this.#settling.delete(settled));
    return () => settled;
  }
}
