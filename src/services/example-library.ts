import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Engine } from '../contract/bridge.ts';
import type { OperationName, Output } from '../contract/contract.ts';
import { Failure } from '../contract/errors.ts';
import { selectorFor } from '../library/anchor.ts';
import { plainAbstract } from '../library/abstract-text.ts';
import { Colour } from '../model/annotation.ts';
import type { Paper } from '../model/paper.ts';
import { Status } from '../model/paper.ts';

/** What assets/example/reading.json holds: papers by citation key, marks by their exact words. */
const Reading = z.object({
  status: z.record(z.string(), Status),
  marks: z.array(z.object({ paper: z.string(), exact: z.string(), colour: Colour, kind: z.enum(['highlight', 'underline']), comment: z.string() })),
  notes: z.array(z.object({ paper: z.string(), markdown: z.string() })),
});

/**
 * Fills a new library with the example papers, through the importer and the commands like any other work.
 * `folder` holds papers.json and reading.json. Throws Failure when the engine refuses.
 */
export async function fillWithExample(engine: Pick<Engine, 'call'>, folder: string): Promise<void> {
  const preview = await answer(engine, 'import.preview', { source: { file: join(folder, 'papers.json') } });
  const { ids } = await answer(engine, 'import.commit', { preview: preview.preview });
  const { papers } = await answer(engine, 'papers.list', { selection: { ids } });
  const byKey = new Map(papers.map((paper) => [paper.citationKey, paper]));
  const reading = Reading.parse(JSON.parse(await readFile(join(folder, 'reading.json'), 'utf8')));
  for (const command of commandsOf(reading, byKey)) await answer(engine, 'command.run', command);
}

function commandsOf(reading: z.infer<typeof Reading>, byKey: Map<string, Paper>): { name: string; input: unknown }[] {
  const idOf = (key: string): string | undefined => byKey.get(key)?.id;
  return [
    ...Object.entries(reading.status).map(([key, status]) => ({ name: 'paper.status', input: { selection: { ids: [idOf(key)].filter(Boolean) }, status } })),
    ...reading.marks.flatMap((mark) => markCommand(mark, byKey.get(mark.paper))),
    ...reading.notes.map(({ paper, markdown }) => ({ name: 'note.write', input: { paper: idOf(paper), markdown } })),
  ];
}

function markCommand(mark: z.infer<typeof Reading>['marks'][number], paper: Paper | undefined): { name: string; input: unknown }[] {
  const text = plainAbstract(paper?.item.abstract ?? '');
  const start = text.indexOf(mark.exact);
  if (!paper || start < 0) return [];
  const { kind, colour, comment } = mark;
  const selector = selectorFor(text, start, start + mark.exact.length);
  return [{ name: 'annotation.add', input: { paper: paper.id, target: { type: 'abstract' }, selector, kind, colour, comment } }];
}

async function answer<N extends OperationName>(engine: Pick<Engine, 'call'>, name: N, input: unknown): Promise<Output<N>> {
  const result = await engine.call(name, input);
  if (!result.ok) throw new Failure(result.error);
  return result.value;
}
