export { useColourName } from './colour-name.ts';
export { CommentBox } from './CommentBox.tsx';
export { kindName } from './kind-name.ts';
export { MarkPopover } from './MarkPopover.tsx';
export { MarkToolbar } from './MarkToolbar.tsx';
export { useToolbarKeys } from './toolbar-keys.ts';
export { arxivOf, shortReference, venueOf, yearOf } from './paper-facts.ts';
