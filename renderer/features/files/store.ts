import { create } from 'zustand';
import type { FileSelection } from '../../../src/contract/views.ts';

/** What the dialogs over the window are for: files to be renamed, a paper that gets an address. */
export const useFileWork = create<{ renaming: FileSelection | null; linking: string | null }>(() => ({ renaming: null, linking: null }));
