/**
 * What is to be done about one note, from its text as both sides last had it (`base`), in the library and in the folder.
 * Null is: not there. `write` and `remove` touch the folder, `take` and `revive` the library (`revive` as a new note),
 * `both` keeps the library's text and makes the folder's another note; `leave` is a file that was deleted: the note stays.
 */
export type Decision = 'same' | 'write' | 'remove' | 'take' | 'revive' | 'both' | 'leave' | 'forget';

export function decide(base: string | null, library: string | null, file: string | null): Decision {
  if (library === null) return file === null ? 'forget' : file === base ? 'remove' : 'revive';
  if (file === null) return library === base ? 'leave' : 'write';
  if (library === file) return 'same';
  if (file === base) return 'write';
  return library === base ? 'take' : 'both';
}
