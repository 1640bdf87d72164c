import { useEffect, useRef } from 'react';
import DOMPurify from 'dompurify';
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { KATEX_LIMITS } from '../../ui/katex-limits.ts';
import { noteHtml } from './markdown.ts';

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 's', 'a', 'hr', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'span'],
  ALLOWED_ATTR: ['href', 'class', 'data-tex', 'data-display', 'data-key', 'start'], ADD_URI_SAFE_ATTR: ['data-tex', 'data-display', 'data-key', 'start'], ALLOW_DATA_ATTR: false, ALLOWED_URI_REGEXP: /^(?:https?:|#)/i, RETURN_DOM_FRAGMENT: true as const,
};

function setFormulas(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('span[data-tex]')) {
    const tex = place.dataset['tex'] ?? '';
    try {
      katex.render(tex, place, { ...KATEX_LIMITS, displayMode: place.dataset['display'] === 'true' });
    } catch {
      place.textContent = tex;
      place.classList.add('formula-source');
    }
  }
}

/** A note, set: Markdown with formulas; links to papers and to the web answer through the given functions only. */
export function NoteText({ markdown, onCite, onLink }: { markdown: string; onCite: (citationKey: string) => void; onLink: (url: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const fragment = DOMPurify.sanitize(noteHtml(markdown), ALLOWED);
    setFormulas(fragment);
    place.current?.replaceChildren(fragment);
  }, [markdown]);
  useEffect(() => {
    const root = place.current;
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link === null) return;
      event.preventDefault();
      event.stopPropagation();
      const key = link.dataset['key'];
      if (key !== undefined) onCite(key);
      else if (/^https?:/i.test(link.href)) onLink(link.href);
    };
    root?.addEventListener('click', follow);
    return () => { root?.removeEventListener('click', follow); };
  }, [onCite, onLink]);
  return <div ref={place} dir="auto" className="note-text" />;
}
