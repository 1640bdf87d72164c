import type { Action } from '../../actions/registry.ts';

export const abstractActions: readonly Action[] = [];
