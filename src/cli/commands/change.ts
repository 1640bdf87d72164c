import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf } from '../papers.ts';
import { wordingOf } from '../labels.ts';

const run = (library: Library, name: string, input: unknown) => library.call('command.run', { name, input });
const several = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** `sheaf tag add PAPER TAG…`. Each tag is one undo. */
export async function addTags(library: Library, paper: string, tags: string[]): Promise<void> {
  const ids = await idsOf(library, paper.split(','));
  for (const name of tags) await run(library, 'tag.add', { selection: { ids }, name });
  await print(`Tagged ${several(ids.length, 'paper')} ${tags.join(', ')}.`);
}

/** `sheaf tag remove PAPER TAG…`. */
export async function removeTags(library: Library, paper: string, tags: string[]): Promise<void> {
  const ids = await idsOf(library, paper.split(','));
  const known = (await library.call('library.overview', {})).tags;
  for (const name of tags) {
    const tag = known.find((each) => each.name === name);
    if (!tag) throw new Exit(EXIT.nothing, `There is no tag "${name}".`);
    await run(library, 'tag.remove', { selection: { ids }, tag: tag.id });
  }
  await print(`Removed ${tags.join(', ')} from ${several(ids.length, 'paper')}.`);
}

/** `sheaf tag list`: every tag with the number of its papers. */
export async function listTags(library: Library, options: { json?: boolean }): Promise<void> {
  const { tags } = await library.call('library.overview', {});
  if (options.json) return printJson({ tags });
  await print(tags.map((tag) => `${String(tag.count).padStart(6)}  ${tag.name}`).join('\n'));
}

/** `sheaf status PAPER STATUS`. */
export async function setStatus(library: Library, paper: string, status: string): Promise<void> {
  const ids = await idsOf(library, paper.split(','));
  await run(library, 'paper.status', { selection: { ids }, status });
  await print(`${several(ids.length, 'paper')}: ${status}.`);
}

/** `sheaf undo` and `sheaf redo`, a number of times. */
export async function step(library: Library, which: 'history.undo' | 'history.redo', times: number, options: { json?: boolean }): Promise<void> {
  const labels: string[] = [];
  const said = which === 'history.undo' ? 'Undone' : 'Done again';
  for (let i = 0; i < times; i++) {
    const { label } = await library.call(which, {});
    labels.push(label);
    if (!options.json) await print(`${said}: ${wordingOf(label)}`);
  }
  if (options.json) await printJson({ [which === 'history.undo' ? 'undone' : 'redone']: labels });
}

/** `sheaf history [PAPER]`: the last commands, newest first. */
export async function history(library: Library, paper: string | undefined, options: { json?: boolean; limit: number }): Promise<void> {
  const [id] = paper ? await idsOf(library, [paper]) : [];
  const entries = await library.call('history.list', { ...(id ? { paper: id } : {}), limit: options.limit });
  if (options.json) return printJson({ history: entries });
  await print(entries.map((entry) => `${entry.at}  ${wordingOf(entry.command).padEnd(20)} ${several(entry.papers, 'paper')}${entry.undone ? '  (undone)' : ''}`).join('\n'));
}
