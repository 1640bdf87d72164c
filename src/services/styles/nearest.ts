const pairsOf = (text: string): Set<string> => new Set([...`^${text.toLowerCase()}$`].map((character, i, all) => character + (all[i + 1] ?? '')));

/** The names most like one that is not there, by the pairs of letters they share (Sørensen–Dice); none when nothing is. */
export function nearest(asked: string, names: readonly string[], limit = 3): string[] {
  const pairs = pairsOf(asked);
  const likeness = (name: string): number => {
    const other = pairsOf(name);
    return (2 * [...pairs].filter((pair) => other.has(pair)).length) / (pairs.size + other.size);
  };
  return names.map((name) => ({ name, like: likeness(name) })).filter(({ like }) => like > 0.5).sort((a, b) => b.like - a.like || a.name.length - b.name.length).slice(0, limit).map(({ name }) => name);
}
