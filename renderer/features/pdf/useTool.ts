import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { carryOut } from '../../stores/carry-out.ts';
import { useReading } from '../../stores/reading.ts';
import { keepAreaImage } from './area-image.ts';
import { pageAs, useReader } from './reader.ts';
import { placing } from './tool.ts';
import type { Viewer } from './viewer.ts';

/** The words a note, a box or an area stands on: none. */
const NO_WORDS = { exact: '', prefix: '', suffix: '', start: 0, end: 0 };

/** Puts what is pointed at with the tool in hand into the library, and says which mark it became. */
export function useTool(viewer: Viewer, container: RefObject<HTMLDivElement | null>, paper: string, attachment: string, made: (id: string) => void): void {
  const tool = useReader((state) => state.tool);
  const heard = useRef(made);
  useEffect(() => { heard.current = made; });
  useEffect(() => {
    const pages = container.current;
    if (pages === null || tool === null) return;
    pages.classList.add('pdf-placing');
    const stop = placing(pages, viewer, tool, ({ page, quad }) => {
      useReader.setState({ tool: null });
      const { colour } = useReading.getState();
      const put = async (): Promise<void> => {
        const image = tool === 'area' ? await keepAreaImage(viewer, page, quad) : null;
        const done = await carryOut('annotation.add', { paper, target: { type: 'pdf', attachment, ...pageAs(page), quads: [quad] }, selector: NO_WORDS, kind: tool, colour, comment: '', ...(image === null ? {} : { image }) });
        if (done?.created[0] !== undefined) heard.current(done.created[0]);
      };
      void put();
    });
    return () => { pages.classList.remove('pdf-placing'); stop(); };
  }, [tool, viewer, container, paper, attachment]);
}
