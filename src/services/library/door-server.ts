import type { Socket } from 'node:net';
import type { Engine } from '../../contract/bridge.ts';
import type { OperationName } from '../../contract/contract.ts';
import { contract } from '../../contract/contract.ts';
import { fail, ok } from '../../contract/errors.ts';
import type { Holder } from './door-message.ts';
import { Request, WHO, onLines, send } from './door-message.ts';

const isEngineOperation = (name: string): name is OperationName => Object.entries(contract).some(([known, { by }]) => known === name && by === 'engine');

/** Answers one caller at the door, which is a command, and tells it every event. */
export function serveEngine(socket: Socket, engine: Engine, holder: Holder): void {
  const silence = engine.on((event, payload) => send(socket, { event, payload }));
  socket.once('close', silence);
  onLines(socket, (value) => {
    const request = Request.parse(value);
    if (request.name === WHO) return send(socket, { id: request.id, result: ok(holder) });
    const asked = isEngineOperation(request.name) ? engine.call(request.name, request.input, 'command-line') : Promise.resolve(fail('not-allowed', `${request.name} is not answered here.`));
    asked.then((result) => send(socket, { id: request.id, result }), () => send(socket, { id: request.id, result: fail('internal', 'Something went wrong.') }));
  });
}
