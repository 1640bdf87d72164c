/** A Markdown file in two parts: the lines of its front matter (null where it has none) and the note. */
export interface Parts { head: string[] | null; body: string }

/** What Sheaf says at the head of a mirrored note: a value, or several, by name. */
export type Head = Readonly<Record<string, string | number | readonly string[]>>;

const FRONT = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/;

/** Line ends, and empty lines before and after a text, do not count when two texts are compared. */
export const levelled = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');

export function partsOf(text: string): Parts {
  const plain = levelled(text);
  const found = FRONT.exec(plain);
  if (found === null) return { head: null, body: plain };
  return { head: (found[1] ?? '').split('\n').filter((line) => line.trim() !== ''), body: plain.slice(found[0].length).replace(/^\n+/, '') };
}

/** A value of the front matter that stands on one line; '' where there is none. */
export function valueIn(head: readonly string[] | null, name: string): string {
  const line = head?.find((one) => one.startsWith(`${name}:`));
  return line === undefined ? '' : line.slice(name.length + 1).trim().replace(/^(["'])(.*)\1$/, '$2');
}

/** The whole file: Sheaf's own lines, those that somebody else put there, and the note. JSON's strings and lists are YAML's too. */
export function fileOf(own: Head, others: readonly string[] | null, body: string): string {
  const mine = Object.entries(own).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${[...mine, ...foreign(others ?? [], own)].join('\n')}\n---\n\n${levelled(body)}\n`;
}

/** The lines under names that are not ours, with what belongs to them. */
function foreign(head: readonly string[], own: Head): string[] {
  let ours = false;
  return head.filter((line) => {
    const name = /^([^\s:#-][^:]*):/.exec(line)?.[1];
    if (name !== undefined) ours = name in own;
    return !ours;
  });
}
