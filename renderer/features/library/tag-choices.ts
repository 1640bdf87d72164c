import type { Overview } from '../../../src/contract/views.ts';

type Tag = Overview['tags'][number];
/** A tag to give or take; without `tag` it would be new. `on`: the paper has it. */
export interface TagChoice { name: string; tag?: Tag; on: boolean }

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** How well a name fits what is typed: its beginning, the beginning of a part, anywhere, not at all. */
function fit(name: string, typed: string): number {
  const folded = fold(name);
  if (folded.startsWith(typed)) return 3;
  if (folded.split('/').some((part) => part.startsWith(typed))) return 2;
  return folded.includes(typed) ? 1 : 0;
}

/** The tags that fit, best and most used first; last a new one, when no tag has exactly this name. */
export function tagChoices(text: string, tags: readonly Tag[], has: readonly string[]): TagChoice[] {
  const typed = fold(text);
  const fitting = tags.map((tag) => ({ tag, name: tag.name, on: has.includes(tag.id), fit: fit(tag.name, typed) })).filter((choice) => choice.fit > 0);
  fitting.sort((a, b) => b.fit - a.fit || Number(b.on) - Number(a.on) || b.tag.count - a.tag.count || a.name.localeCompare(b.name));
  const choices: TagChoice[] = fitting.slice(0, 50).map(({ tag, name, on }) => ({ tag, name, on }));
  const name = text.trim().replace(/\s*\/\s*/g, '/').replace(/^\/+|\/+$/g, '');
  if (name !== '' && !tags.some((tag) => fold(tag.name) === fold(name))) choices.push({ name, on: false });
  return choices;
}
