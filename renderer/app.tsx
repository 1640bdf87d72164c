import { PaperPane } from './features/abstract/index.ts';

/** The window: sidebar, list and paper side by side. */
export function App() {
  return <div className="window"><PaperPane /></div>;
}
