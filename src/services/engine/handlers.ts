import type { contract, OperationName, Output, Parsed } from '../../contract/contract.ts';
import type { Result } from '../../contract/errors.ts';
import type { Session } from './session.ts';

/** The operations that the engine answers. */
export type EngineOperation = { [N in OperationName]: (typeof contract)[N]['by'] extends 'engine' ? N : never }[OperationName];

export type Handler<N extends OperationName> = (session: Session, input: Parsed<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
export type Handlers<N extends EngineOperation = EngineOperation> = { [K in N]: Handler<K> };
