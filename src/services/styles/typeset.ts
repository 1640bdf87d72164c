import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../contract/errors.ts';
import { Answered, type Order, type TypesetText } from './order.ts';
import { styles } from './styles.ts';

/** How long a thread is kept that nobody asks; its processors and what they know go with it. */
const IDLE_MS = 10 * 60_000;
/** References make and drop many small things: with room for them, less time goes into clearing up. */
const YOUNG_MB = 32;

let thread: Thread | null = null;

/** From now on references are set in a thread of their own, the built program `file`: a thousand of them take seconds, in which others are to be answered. */
export function typesetIn(file: string): void {
  thread = new Thread(file);
}

/** Sets references or a citation in a style: in the thread where there is one, else here. */
export const typeset = (order: Order): Promise<Result<TypesetText>> => thread?.set(order) ?? typesetHere(order);

export async function typesetHere({ style, locale, papers, only, cites }: Order): Promise<Result<TypesetText>> {
  const processor = (await styles()).processor(style, locale);
  if (!processor.ok) return processor;
  return ok(cites === undefined ? processor.value.bibliography(papers, only) : { ...processor.value.citation(papers, cites), count: papers.length });
}

/** A paper without what is never set: much less goes over to the thread. */
function settable({ id, item }: Order['papers'][number]): Order['papers'][number] {
  const set = { ...item };
  delete set.abstract;
  delete set.note;
  return { id, item: set };
}

class Thread {
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #last = 0;
  readonly #waiting = new Map<number, (result: Result<TypesetText>) => void>();

  constructor(readonly file: string) {}

  set({ style, locale, papers, only, cites }: Order): Promise<Result<TypesetText>> {
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#last;
    clearTimeout(this.#idle);
    const order: Order = { style, locale, papers: papers.map(settable), ...(only === undefined ? {} : { only }), ...(cites === undefined ? {} : { cites }) };
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      worker.postMessage({ id, order });
    });
  }

  #start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    worker.unref();
    worker.on('message', (raw: unknown) => {
      const { id, result } = Answered.parse(raw);
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
      if (this.#waiting.size > 0) return;
      this.#idle = setTimeout(() => void worker.terminate(), IDLE_MS);
      this.#idle.unref();
    });
    worker.on('error', (error) => { process.stderr.write(`sheaf references: ${error.stack ?? error.message}\n`); });
    worker.on('exit', () => { this.#ended(worker); });
    return worker;
  }

  /** Whoever still waits is told; the next one who asks gets a new thread. */
  #ended(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const answer of this.#waiting.values()) answer(fail('internal', 'The part of Sheaf that sets references stopped. Try again.', { retryable: true }));
    this.#waiting.clear();
  }
}
