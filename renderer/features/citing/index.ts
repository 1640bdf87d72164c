export { CitePicker } from './CitePicker.tsx';
export { citingSettings } from './CitingSettings.tsx';
