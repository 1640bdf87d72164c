interface Line { id: string; level: number; open?: boolean }

/** Where a key leads from a line of a tree, as the ARIA practices have it; null where it leads nowhere. */
export function neighbour(lines: readonly Line[], from: Line, key: string): string | null {
  const at = lines.findIndex((line) => line.id === from.id);
  const next = lines[at + 1];
  switch (key) {
    case 'ArrowDown': return next?.id ?? null;
    case 'ArrowUp': return lines[at - 1]?.id ?? null;
    case 'Home': return lines[0]?.id ?? null;
    case 'End': return lines.at(-1)?.id ?? null;
    case 'ArrowRight': return from.open === true && next !== undefined && next.level > from.level ? next.id : null;
    case 'ArrowLeft': return from.open === true ? null : (lines.slice(0, at).reverse().find((line) => line.level < from.level)?.id ?? null);
    default: return null;
  }
}
