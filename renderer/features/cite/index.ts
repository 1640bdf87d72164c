import type { Action } from '../../actions/registry.ts';
import { copyActions } from './copy/actions.ts';
import { keyActions } from './keys/actions.ts';

export { CitePicker } from './picker/CitePicker.tsx';
export { fillDrag, readyDrag } from './copy/drag.ts';
export { StyleField } from './styles/StyleField.tsx';
export { citeSettings } from './settings.ts';
export const citeActions: readonly Action[] = [...copyActions, ...keyActions];
