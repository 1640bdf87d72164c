import { create } from 'zustand';

export type Place = 'papers' | 'notes' | 'triage' | 'compare' | 'manuscripts' | 'activity' | 'settings';
export type Overlay = 'palette' | 'help' | 'tags' | 'import' | 'export' | 'context' | 'collections' | 'relate' | 'duplicates' | 'emptyTrash' | 'editMany' | 'renameFiles' | 'linkAddress';

interface ViewState { place: Place; overlay: Overlay | null; sidebar: boolean; at: { x: number; y: number } }

/** Which view fills the window and what lies over it. `sidebar` matters only in a narrow window, where it slides in.
 *  `at` is where the context menu was asked for. */
export const useView = create<ViewState>(() => ({ place: 'papers', overlay: null, sidebar: false, at: { x: 0, y: 0 } }));

export const show = (place: Place): void => useView.setState({ place, overlay: null, sidebar: false });
export const open = (overlay: Overlay): void => useView.setState({ overlay });
export const close = (): void => useView.setState({ overlay: null });
