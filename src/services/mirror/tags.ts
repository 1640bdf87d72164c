import { foldName } from '../../library/fold.ts';
import { dashed, tagEdits } from '../../library/mirror/tags.ts';
import type { Found } from './folder.ts';
import type { Pass } from './pass.ts';

/**
 * Brings tags that were put into a file's head, or taken out of it, to the note's paper. Tags go by element: what was done
 * to others in the library meanwhile stays. Without a `base` (a file of a mirror that did not keep it) nothing is known.
 */
export async function takeTags(pass: Pass, id: string, base: readonly string[] | undefined, { head }: Found): Promise<void> {
  const paper = pass.notes.get(id)?.paper ?? null;
  if (paper === null || base === undefined) return;
  const { add, remove } = tagEdits(base, head);
  if (add.length + remove.length === 0) return;
  const { tags: known } = await pass.ask('library.overview', {});
  const selection = { ids: [paper.id] };
  const [before, leaving] = [paper.tags, new Set(remove.map(foldName))];
  const tags = new Set(before);
  for (const name of add) {
    // A tag with spaces has dashes there.
    const meant = known.find((tag) => foldName(tag.name) === foldName(name)) ?? known.find((tag) => foldName(dashed(tag.name)) === foldName(name));
    await pass.ask('command.run', { name: 'tag.add', input: { selection, name: meant?.name ?? name } });
    tags.add(meant?.name ?? name);
  }
  for (const tag of known) {
    if (!before.includes(tag.name) || !leaving.has(foldName(dashed(tag.name)))) continue;
    await pass.ask('command.run', { name: 'tag.remove', input: { selection, tag: tag.id } });
    tags.delete(tag.name);
  }
  for (const note of pass.notes.values()) if (note.paper?.id === paper.id) pass.notes.set(note.id, { ...note, paper: { ...note.paper, tags: [...tags] } });
  if (tags.size !== before.length || before.some((tag) => !tags.has(tag))) pass.report.taken++;
}
