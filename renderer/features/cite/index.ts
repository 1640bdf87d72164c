import { copyActions } from './copy.ts';
import type { Action } from '../../actions/registry.ts';

export const citeActions: readonly Action[] = copyActions;
