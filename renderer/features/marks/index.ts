export { useColourName } from './colour-name.ts';
export { CommentBox } from './CommentBox.tsx';
export { MarkPopover } from './MarkPopover.tsx';
export { MarkToolbar } from './MarkToolbar.tsx';
export { useToolbarKeys } from './toolbar-keys.ts';
