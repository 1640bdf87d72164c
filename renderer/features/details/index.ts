export { detailsActions } from './actions.ts';
export { DetailsTab } from './DetailsTab.tsx';
