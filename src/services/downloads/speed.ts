const WINDOW = 4_000;
const SHORTEST = 500;

/** Says the speed over the last few seconds in bytes a second, each time it is told how many bytes there are; null until that can be known. */
export function createSpeed(now: () => number): (bytes: number) => number | null {
  const seen: { at: number; bytes: number }[] = [];
  return (bytes) => {
    const at = now();
    const last = seen.at(-1);
    if (last === undefined || at - last.at >= SHORTEST) seen.push({ at, bytes });
    while (seen.length > 2 && at - (seen[0]?.at ?? at) > WINDOW) seen.shift();
    const [first] = seen;
    return first === undefined || at - first.at < SHORTEST ? null : Math.round(((bytes - first.bytes) * 1000) / (at - first.at));
  };
}
