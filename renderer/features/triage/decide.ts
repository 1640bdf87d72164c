import type { Status } from '../../../src/model/paper.ts';
import type { CommandName, InputOf } from '../../client/command-inputs.ts';
import { call } from '../../client/client.ts';
import { carryOut } from '../../stores/carry-out.ts';
import { useLibrary } from '../../stores/library.ts';
import { paperAtHand } from '../../stores/paper.ts';
import { heardRevision, noteBefore, triageAt, useTriage } from '../../stores/triage.ts';
import type { Before, Decided } from '../../stores/triage.ts';
import { say, sayError } from '../../stores/toasts.ts';
import { wordFor } from '../../stores/act.ts';

/** The paper that is shown and at hand: what has not been seen cannot be decided on. */
function shown(): string | null {
  const { ids, at } = useTriage.getState();
  const id = ids[at];
  if (id === undefined || paperAtHand(id) === null) return null;
  noteBefore(id);
  return id;
}

/** Runs what was decided and notes it; what fails is not decided. */
async function run<N extends CommandName>(id: string, name: N, input: InputOf<N>): Promise<void> {
  const mine: Decided = { id, revision: null };
  useTriage.setState(({ decided }) => ({ decided: [...decided, mine] }));
  const answer = await carryOut(name, input);
  useTriage.setState(({ decided }) => ({ decided: decided.flatMap((one) => (one !== mine ? [one] : answer === null ? [] : [{ id, revision: answer.revision }])) }));
}

/** Gives the shown paper a status and goes on to the next at once; the writing follows. */
export function decideStatus(status: Status): void {
  const id = shown();
  if (id === null) return;
  triageAt(useTriage.getState().at + 1);
  void run(id, 'paper.status', { selection: { ids: [id] }, status });
}

/** Rates the shown paper; the rating it has already takes it back. */
export function decideRating(stars: number): void {
  const id = shown();
  if (id === null) return;
  const now = paperAtHand(id)?.paper.rating ?? 0;
  void run(id, 'paper.rate', { selection: { ids: [id] }, rating: now === stars ? 0 : stars });
}

/** Tags the shown paper, or takes the tag off where it has it. */
export function decideTag(name: string): void {
  const id = shown();
  if (id === null) return;
  const tag = useLibrary.getState().overview?.tags.find((one) => one.name === name);
  const has = tag !== undefined && paperAtHand(id)?.paper.tags.includes(tag.id) === true;
  void (has ? run(id, 'tag.remove', { selection: { ids: [id] }, tag: tag.id }) : run(id, 'tag.add', { selection: { ids: [id] }, name }));
}

/** Tags the shown paper with the tag that has this key. */
export function decideTagKey(key: number): void {
  const tag = useLibrary.getState().overview?.tags.find((one) => one.key === key);
  if (tag === undefined) say('toast.noTagKey', { key });
  else decideTag(tag.name);
}

/** Fetches the PDF of the shown paper. */
export async function decideDownload(): Promise<void> {
  const id = shown();
  if (id === null) return;
  useTriage.setState(({ downloads }) => ({ downloads: new Set(downloads).add(id) }));
  const answer = await call('download.start', { paper: id });
  if (answer.ok) return say('triage.downloading');
  useTriage.setState(({ downloads }) => ({ downloads: new Set([...downloads].filter((one) => one !== id)) }));
  sayError(answer.error);
}

/** Takes the last decision back and shows its paper: the library's own undo, or, where something else was changed since, by putting back how it was. */
export async function undoDecision(): Promise<void> {
  const { decided, ids } = useTriage.getState();
  const last = decided.at(-1);
  if (last === undefined) return say('triage.nothingToUndo');
  useTriage.setState({ decided: decided.slice(0, -1) });
  triageAt(ids.indexOf(last.id));
  if (last.revision === null || last.revision < heardRevision()) return putBack(last.id);
  const answer = await call('history.undo', {});
  if (answer.ok) say('toast.undone', { what: wordFor(answer.value.label) });
  else sayError(answer.error);
}

/** Makes a paper what it was before this sitting. */
export async function putBack(id: string): Promise<void> {
  const before = useTriage.getState().before.get(id);
  const answer = await call('papers.get', { id });
  if (before === undefined) return;
  if (!answer.ok) return sayError(answer.error);
  const { status, rating, tags } = answer.value.paper;
  const selection = { ids: [id] };
  if (status !== before.status) await carryOut('paper.status', { selection, status: before.status });
  if ((rating ?? 0) !== before.rating) await carryOut('paper.rate', { selection, rating: before.rating });
  await putTagsBack(id, before, tags);
  useTriage.setState(({ decided }) => ({ decided: decided.filter((one) => one.id !== id) }));
}

async function putTagsBack(id: string, before: Before, tags: readonly string[]): Promise<void> {
  const selection = { ids: [id] };
  const names = new Map(useLibrary.getState().overview?.tags.map((tag) => [tag.id, tag.name]));
  for (const tag of tags) if (!before.tags.includes(tag)) await carryOut('tag.remove', { selection, tag });
  for (const tag of before.tags) {
    const name = names.get(tag);
    if (!tags.includes(tag) && name !== undefined) await carryOut('tag.add', { selection, name });
  }
}
