import type { Action } from '../../actions/registry.ts';

export const noteActions: readonly Action[] = [];
