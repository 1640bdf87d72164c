import type { Overview } from '../../contract/views.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf } from '../papers.ts';

type Collection = Overview['collections'][number];
const several = (count: number): string => `${String(count)} paper${count === 1 ? '' : 's'}`;

/** The names from the top down to a collection, as people write it: `Reading/This week`. */
function pathOf(all: readonly Collection[], one: Collection, seen: ReadonlySet<string> = new Set()): string {
  const above = seen.has(one.id) ? undefined : all.find(({ id }) => id === one.parent);
  return above === undefined ? one.name : `${pathOf(all, above, new Set([...seen, one.id]))}/${one.name}`;
}

/** The collection of a name or of a path with slashes. Ends with 3 when there is none, with 2 when there are several. */
export async function collectionNamed(library: Library, name: string): Promise<string> {
  const { collections } = await library.call('library.overview', {});
  const wanted = name.trim().toLowerCase();
  const exact = collections.filter((one) => pathOf(collections, one).toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : collections.filter((one) => one.name.toLowerCase() === wanted);
  if (found.length > 1) throw new Exit(EXIT.usage, `"${name}" may be ${found.map((one) => `"${pathOf(collections, one)}"`).join(' or ')}.`);
  if (found[0] === undefined) throw new Exit(EXIT.nothing, `There is no collection "${name}". "sheaf collection list" shows them.`);
  return found[0].id;
}

/** `sheaf collection list`: every collection by its path, with the number of its papers. */
export async function listCollections(library: Library, options: { json?: boolean }): Promise<void> {
  const { collections } = await library.call('library.overview', {});
  const shown = collections.map((one) => ({ ...one, path: pathOf(collections, one) })).sort((a, b) => a.path.localeCompare(b.path));
  if (options.json) return printJson({ collections: shown });
  await print(shown.map((one) => `${String(one.count).padStart(6)}  ${one.path}${one.query === undefined ? '' : `  (${one.query})`}`).join('\n'));
}

/** `sheaf collection create PATH`: with `--query` one that gathers its papers by itself. What lies above must be there. */
export async function createCollection(library: Library, path: string, options: { query?: string; json?: boolean }): Promise<void> {
  const at = path.lastIndexOf('/');
  const parent = at < 0 ? {} : { parent: await collectionNamed(library, path.slice(0, at)) };
  const made = await library.call('command.run', { name: 'collection.create', input: { name: path.slice(at + 1), ...parent, ...(options.query === undefined ? {} : { query: options.query }) } });
  if (options.json) return printJson({ collection: made.created[0] });
  await print(`Made the collection ${path}.`);
}

/** `sheaf collection add|remove NAME PAPER…`: one undo. */
export async function changeCollection(library: Library, which: 'add' | 'remove', name: string, papers: string[]): Promise<void> {
  const collection = await collectionNamed(library, name);
  const ids = await idsOf(library, papers.flatMap((one) => one.split(',')));
  const done = await library.call('command.run', { name: `collection.${which}`, input: { selection: { ids }, collection } });
  await print(which === 'add' ? `Put ${several(done.papers)} in ${name}.` : `Took ${several(done.papers)} out of ${name}.`);
}
