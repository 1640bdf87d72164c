import { copyActions } from './copy.ts';
import { exportActions } from './export.ts';
import type { Action } from '../../actions/registry.ts';

export const citeActions: readonly Action[] = [...copyActions, ...exportActions];
