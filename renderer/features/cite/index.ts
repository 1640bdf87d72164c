import type { Action } from '../../actions/registry.ts';
import { copyActions } from './copy.ts';
import { keyActions } from './keys.ts';

export { citeSettings } from './settings.ts';
export const citeActions: readonly Action[] = [...copyActions, ...keyActions];
