export { detailsActions, toAbstractField } from './actions.ts';
export { DetailsTab } from './DetailsTab.tsx';
export { EditMany } from './EditMany.tsx';
