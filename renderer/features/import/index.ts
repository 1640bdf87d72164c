import { FileInput, FolderInput } from 'lucide-react';
import type { Action } from '../../actions/registry.ts';
import { preview } from './import-store.ts';
import { chooseFile, chooseFolder } from './intake.ts';

export { fieldName, fieldValue } from './Copy.tsx';
export { chooseFile } from './intake.ts';
export { ImportDialog } from './ImportDialog.tsx';
export { ImportReports } from './Report.tsx';
export const previewText = (text: string, name: string): Promise<void> => preview({ text, name });
export const previewOffered = (file: string): Promise<void> => preview({ file });
export { DropZone } from './DropZone.tsx';
export const importActions: readonly Action[] = [
  { name: 'import.open', label: 'action.import', shortcut: 'Mod+o', icon: FileInput, group: 'library', when: (ctx) => ctx.overview !== null, run: () => chooseFile() },
  { name: 'import.folder', label: 'action.importFolder', icon: FolderInput, group: 'library', when: (ctx) => ctx.overview !== null, run: chooseFolder },
];
