import { useSyncExternalStore } from 'react';

const root = document.documentElement;

function follow(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  return () => { observer.disconnect(); };
}

/** The window's theme as it is shown, light or dark. */
export const useShownTheme = (): string => useSyncExternalStore(follow, () => root.dataset['theme'] ?? 'light');

/** The looks of a book's pages: those of the window (in its theme), under what the book itself says. */
export function bookStyle(theme: string, size: number): string {
  const looks = getComputedStyle(root);
  const token = (name: string): string => looks.getPropertyValue(name).trim();
  return `:root { color-scheme: ${theme}; background: ${token('--paper')}; } body { max-width: 38em; margin: 0 auto; padding: 32px 28px 64px; color: ${token('--ink')}; font: ${String(size)}px/1.6 ${token('--serif')}; overflow-wrap: break-word; }
img, svg { max-width: 100%; height: auto; } [data-to], [data-out] { color: ${token('--accent')}; text-decoration: underline; cursor: pointer; } pre { overflow-x: auto; } ::selection { background: ${token('--accent-soft')}; }`;
}
