export { TagInput } from './header/TagInput.tsx';
export { Heading as PaperHeading } from './header/Heading.tsx';
export { AbstractBody } from './reading/AbstractBody.tsx';
export { readText } from './text/read.ts';
export { SetTitle } from './SetTitle.tsx';
export { plainTitle } from './plain-title.ts';
export { PaperPane } from './PaperPane.tsx';
export { abstractActions } from './actions.ts';
