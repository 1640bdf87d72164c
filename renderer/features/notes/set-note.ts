import DOMPurify from 'dompurify';
import katex from 'katex';
import 'katex/dist/katex.min.css';
import { KATEX_LIMITS } from '../../ui/katex-limits.ts';
import { noteHtml } from './markdown.ts';

const ALLOWED = {
  ALLOWED_TAGS: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 's', 'a', 'hr', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'span', 'img', 'input'],
  ALLOWED_ATTR: ['href', 'class', 'data-tex', 'data-display', 'data-key', 'data-line', 'start', 'dir', 'src', 'alt', 'type', 'checked', 'disabled', 'aria-label'],
  ADD_URI_SAFE_ATTR: ['data-tex', 'data-display', 'data-key', 'data-line', 'start', 'dir', 'alt', 'type', 'checked', 'disabled', 'aria-label'], ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|#|sheaf:\/\/open\/|app:\/\/sheaf\/image\/)/i, RETURN_DOM_FRAGMENT: true as const,
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

/** Only boxes of tasks, and only images of the library, whatever the Markdown was made of. */
function keepOwn(root: ParentNode): void {
  for (const input of root.querySelectorAll('input')) if (input.type !== 'checkbox') input.remove();
  for (const image of root.querySelectorAll('img')) if (!image.src.startsWith('app://sheaf/image/')) image.replaceWith(image.alt);
}

/** A note as elements: Markdown, sanitised, then its formulas set. */
export function setNote(markdown: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(noteHtml(markdown), ALLOWED);
  keepOwn(fragment);
  setFormulas(fragment);
  return fragment;
}
