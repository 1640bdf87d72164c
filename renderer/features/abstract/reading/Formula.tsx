import { useLayoutEffect, useRef } from 'react';
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { KATEX_LIMITS } from '../../../ui/katex-limits.ts';

/** A formula set by KaTeX, built as DOM nodes; its source where it cannot be set. */
export function Formula({ tex, source, display }: { tex: string; source: string; display: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    try {
      katex.render(tex, element, { ...KATEX_LIMITS, displayMode: display });
      element.classList.remove('formula-source');
    } catch {
      element.textContent = source;
      element.classList.add('formula-source');
    }
  }, [tex, source, display]);
  return <span ref={place} dir="ltr" className={display ? 'formula formula-display' : 'formula'} title={source} />;
}
