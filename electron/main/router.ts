import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { CALL, EVENT } from '../../src/contract/bridge.ts';
import { contract, type EventName, type EventPayload, type OperationName, type Output, type Parsed } from '../../src/contract/contract.ts';
import { Failure, fail, type Result } from '../../src/contract/errors.ts';
import { logUnexpected } from './log.ts';
import { isOurPage } from './security.ts';

type MainName = { [N in OperationName]: (typeof contract)[N]['by'] extends 'main' ? N : never }[OperationName];
/** Who answers the operations that main answers itself. Throwing a Failure answers it as a value. */
export type MainOperations = { [N in MainName]: (input: Parsed<N>) => Promise<Output<N>> };

/** While developing and in tests a mistake in an answer shows at once. */
const CHECK_ANSWERS = process.env['SHEAF_CHECK_ANSWERS'] === '1';

/** Operations of the engine that only main may ask for: they speak of paths. */
const NOT_FOR_WINDOWS = new Set<OperationName>(['attachment.locate', 'attachment.keep', 'pdf.marked', 'pdf.textWork', 'pdf.textDone']);

/** Serves the contract to the windows: sender, name and input are checked, then main or the engine answers. */
export function serveContract(own: MainOperations, engine: (name: OperationName, input: unknown) => Promise<Result<unknown>>): void {
  ipcMain.handle(CALL, (event, name: unknown, input: unknown) => route(event, name, input, own, engine));
}

async function route(event: IpcMainInvokeEvent, name: unknown, input: unknown, own: MainOperations, engine: (name: OperationName, input: unknown) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  if (!isOurPage(event.senderFrame)) return fail('not-allowed', 'This page may not ask that.');
  if (!isOperation(name) || NOT_FOR_WINDOWS.has(name)) return fail('invalid-input', `There is no operation ${String(name).slice(0, 100)}.`);
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) return fail('invalid-input', `${name}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
  return answered(name, () => (contract[name].by === 'engine' ? engine(name, parsed.data) : ownAnswer(own, name as MainName, parsed.data)));
}

const isOperation = (name: unknown): name is OperationName => typeof name === 'string' && Object.hasOwn(contract, name);

async function ownAnswer(own: MainOperations, name: MainName, input: unknown): Promise<Result<unknown>> {
  const operation = own[name] as (input: unknown) => Promise<unknown>;
  const value = await operation(input);
  if (CHECK_ANSWERS) contract[name].output.parse(value);
  return { ok: true, value };
}

/** Turns what is thrown into values: a Failure is expected and says what it is; anything else is logged under an id. */
async function answered(name: string, work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) return { ok: false, error: error.error };
    const id = logUnexpected(name, error);
    return fail('internal', `Something went wrong in Sheaf (${id}). The details are in its log.`, { details: { reason: 'logged', id } });
  }
}

/** Tells a window what happened. */
export function tell<N extends EventName>(window: BrowserWindow | null, name: N, payload: EventPayload<N>): void {
  if (window && !window.isDestroyed()) window.webContents.send(EVENT, name, payload);
}
