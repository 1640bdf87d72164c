/** A key of `[@key, p. 4; @other]`: its letters lie from `from` to `to`, with the signs that belong to it from `at` to `end`. */
export interface GroupKey { key: string; at: number; from: number; to: number; end: number }

const KEY = /@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199}))/gu;

/** The keys that a group of Pandoc's citations names, in order. */
export function keysOfGroup(group: string): GroupKey[] {
  return [...group.matchAll(KEY)].map((match) => {
    const key = match[1] ?? match[2] ?? '';
    const from = match.index + match[0].indexOf(key);
    return { key, at: match.index, from, to: from + key.length, end: match.index + match[0].length };
  });
}

/** The key of a citation that names one work and says nothing before it, as `[@key]` and `[@key, p. 4]`; what follows is its place. */
export function soleKey(group: string): GroupKey | null {
  const [only, ...others] = keysOfGroup(group);
  return only !== undefined && others.length === 0 && only.at === 1 && /^(?:,[^;]*)?$/.test(group.slice(only.end, -1)) ? only : null;
}
