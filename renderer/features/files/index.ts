export { AddressDialog } from './AddressDialog.tsx';
export { EpubReader } from './epub/Reader.tsx';
export { FilesSection } from './FilesSection.tsx';
export { dropOnPaper } from './drop.ts';
export { PatternSetting } from './PatternSetting.tsx';
export { RenameDialog } from './RenameDialog.tsx';
export { WebPage } from './WebPage.tsx';
export { fileActions } from './actions.ts';
