/** What the guide can see: something this window asked for and got. */
export interface Seen { name: string; input: unknown }

/** One thing to try. `actions` name the registry's actions whose keys are shown. */
export interface Step { id: StepId; actions: readonly string[]; isDone: (seen: Seen) => boolean }

export const STEPS_IN_ORDER = ['open', 'read', 'highlight', 'tag', 'note', 'cite', 'undo'] as const;
export type StepId = (typeof STEPS_IN_ORDER)[number];

const nameIn = (input: unknown): string => (typeof input === 'object' && input !== null && 'name' in input && typeof input.name === 'string' ? input.name : '');
const command = (...names: readonly string[]) => ({ name, input }: Seen): boolean => name === 'command.run' && names.includes(nameIn(input));
const asked = (...names: readonly string[]) => ({ name }: Seen): boolean => names.includes(name);

/** The round through Sheaf, each step done by the person in the real window. */
export const STEPS: readonly Step[] = [
  { id: 'open', actions: [], isDone: asked('library.create') },
  { id: 'read', actions: ['list.next'], isDone: asked('focus') },
  { id: 'highlight', actions: ['abstract.nextSentence', 'abstract.highlight'], isDone: command('annotation.add') },
  { id: 'tag', actions: ['paper.tag'], isDone: command('tag.add') },
  { id: 'note', actions: ['note.edit'], isDone: command('note.write') },
  { id: 'cite', actions: ['cite.copy'], isDone: asked('cite.copy', 'clipboard.write') },
  { id: 'undo', actions: ['history.undo'], isDone: asked('history.undo') },
];

/** The step to try now: the first that is not done; null when all are. */
export const nextStep = (done: readonly string[]): Step | null => STEPS.find(({ id }) => !done.includes(id)) ?? null;

/** What is done after something was seen: in whatever order the person goes. */
export function withSeen(done: readonly string[], seen: Seen): readonly string[] {
  const more = STEPS.filter((step) => !done.includes(step.id) && step.isDone(seen)).map(({ id }) => id);
  return more.length === 0 ? done : [...done, ...more];
}
