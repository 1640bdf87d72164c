import { z } from 'zod';
import type { Result } from '../../../contract/errors.ts';
import { ok } from '../../../contract/errors.ts';
import { Selection } from '../../../contract/views.ts';
import { runCommand } from '../../../library/run.ts';
import type { Handlers } from '../handlers.ts';
import type { Lists } from '../lists.ts';

export const commands: Handlers<'command.run'> = {
  async 'command.run'({ store, writer, lists, context }, { name, input }) {
    let created: string[] = [];
    const written = await writer.write(() => {
      const resolved = withIds(lists, input);
      if (!resolved.ok) return resolved;
      const now = context();
      const outcome = runCommand(store.state, name, resolved.value, now);
      if (!outcome.ok) return outcome;
      created = outcome.value.created;
      return ok({ name, label: outcome.value.label, at: now.now, changes: outcome.value.changes });
    });
    if (!written.ok) return written;
    const { id, revision, label, papers } = written.value;
    return ok({ command: id, revision, created, papers: papers.size, label });
  },
};

const Selecting = z.looseObject({ selection: Selection });

/** A command is for named papers: a selection that is a query becomes the ids it stands for at this moment. */
function withIds(lists: Lists, input: unknown): Result<unknown> {
  const selecting = Selecting.safeParse(input);
  if (!selecting.success) return ok(input);
  const ids = lists.resolve(selecting.data.selection);
  return ids.ok ? ok({ ...selecting.data, selection: { ids: ids.value } }) : ids;
}
