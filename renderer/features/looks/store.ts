import { create } from 'zustand';

/** Whether the panel of looks is open. */
export const useLooks = create<{ open: boolean }>(() => ({ open: false }));
