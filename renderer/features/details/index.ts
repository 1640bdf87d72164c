export { detailsActions } from './actions.ts';
export { DetailsTab } from './DetailsTab.tsx';
export { EditMany } from './EditMany.tsx';
