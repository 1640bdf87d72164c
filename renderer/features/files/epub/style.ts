/** The looks of a book's pages: those of the window, under what the book itself says. */
export function bookStyle(_theme: string, size: number): string {
  const looks = getComputedStyle(document.documentElement);
  const token = (name: string): string => looks.getPropertyValue(name).trim();
  return `:root { color-scheme: ${looks.colorScheme}; } html { background: ${token('--paper')}; } body { max-width: 38em; margin: 0 auto; padding: 32px 28px 64px; color: ${token('--ink')}; font: ${String(size)}px/1.6 ${token('--serif')}; overflow-wrap: break-word; }
img, svg { max-width: 100%; height: auto; } [data-to], [data-out] { color: ${token('--accent')}; text-decoration: underline; cursor: pointer; } pre { overflow-x: auto; } ::selection { background: ${token('--accent-soft')}; }`;
}
