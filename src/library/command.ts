import type { z } from 'zod';
import type { Result } from '../contract/errors.ts';
import type { Change } from '../model/change.ts';
import type { Id } from '../model/id.ts';
import type { LibraryState } from './state.ts';

/** What a command may not find out by itself: the time (ISO 8601) and fresh ids. */
export interface Context { now: string; newId: () => Id }

/** What a command would do, and the ids of what it makes. */
export interface Outcome { changes: Change[]; created: Id[] }

/** A command: pure, from a validated input and a library to changes. */
export interface Command { input: z.ZodType; run(state: LibraryState, input: unknown, context: Context): Result<Outcome> }

/** Ties a schema to the function that takes what it lets through. */
export function command<S extends z.ZodType>(input: S, run: (state: LibraryState, input: z.output<S>, context: Context) => Result<Outcome>): Command {
  return { input, run: (state, value, context) => run(state, value as z.output<S>, context) };
}
