import { parentPort } from 'node:worker_threads';
import { fail } from '../../contract/errors.ts';
import { Sent } from './order.ts';
import { typesetHere } from './typeset.ts';

/** The program of dist/cite: sets references in styles, one order after the other. */
parentPort?.on('message', (raw: unknown) => {
  const { id, order } = Sent.parse(raw);
  void typesetHere(order)
    .catch((error: unknown) => fail('internal', `The style ${order.style} failed on these papers: ${error instanceof Error ? error.message : String(error)}`))
    .then((result) => { parentPort?.postMessage({ id, result }); });
});
