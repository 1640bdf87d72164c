export { guideActions } from './actions.ts';
export { GuideBar } from './GuideBar.tsx';
export { followGuide, openExample } from './store.ts';
