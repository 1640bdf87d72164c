import type { OperationName } from '../../src/contract/contract.ts';

/** What a person asked for and waits for, where nothing else shows how far it is. */
const WAITED_FOR = ['command.run', 'history.undo', 'history.redo', 'attachment.bring', 'attachment.rename', 'attachment.replace', 'attachment.detach', 'attachment.find', 'cite.copy'] as const satisfies readonly OperationName[];
export type WaitedFor = (typeof WAITED_FOR)[number];

/** Milliseconds after which a wait is said to a person. */
const PATIENCE = 500;

const isWaitedFor = (name: string): name is WaitedFor => WAITED_FOR.some((one) => one === name);
const listeners = new Set<() => void>();
let long: readonly { name: WaitedFor }[] = [];

function become(next: typeof long): void {
  long = next;
  for (const listener of listeners) listener();
}

/** Follows a call until it is answered; the long ones are told of. */
export async function waitedFor<T>(name: OperationName, answer: Promise<T>): Promise<T> {
  if (!isWaitedFor(name)) return answer;
  const one = { name };
  const timer = setTimeout(() => { become([...long, one]); }, PATIENCE);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    if (long.includes(one)) become(long.filter((other) => other !== one));
  }
}

/** What has been waited for longer than a moment, the first first. */
export const longWaits = (): typeof long => long;

/** Listens to changes of `longWaits`; the answer stops listening. */
export function onLongWaits(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}
