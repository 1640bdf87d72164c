import type { Selection } from '../../src/contract/views.ts';
import type { Annotation, Colour, TextSelector } from '../../src/model/annotation.ts';
import type { ManyEdit } from '../../src/library/editing/edit-many.ts';
import type { CslItem } from '../../src/model/csl.ts';
import type { Id } from '../../src/model/id.ts';
import type { Relation } from '../../src/model/relation.ts';
import type { Status } from '../../src/model/paper.ts';

type Kind = Annotation['kind'];
interface Of { selection: Selection }

/** What the window sends with each command it uses; the engine checks it again against its own schema. */
export interface CommandInputs {
  'paper.edit': { paper: Id; set: Record<string, unknown> };
  'paper.add': { draft: { item: CslItem } };
  'paper.editMany': Of & { edits: ManyEdit[] };
  'paper.merge': { groups: { into: Id; from: Id[] }[] };
  'paper.pinKey': Of & { pinned: boolean };
  'paper.refreshKey': Of & { pattern?: string; keepPinned?: boolean };
  'paper.status': Of & { status: Status };
  'paper.rate': Of & { rating: number };
  'paper.trash': Of;
  'paper.restore': Of;
  'trash.empty': Record<string, never>;
  'tag.add': Of & { name: string; colour?: string };
  'tag.remove': Of & { tag: Id };
  'tag.edit': { tag: Id; name?: string; colour?: string; key?: number | null };
  'tag.merge': { from: Id; into: Id };
  'tag.delete': { tag: Id };
  'collection.create': { name: string; parent?: Id; query?: string };
  'collection.edit': { collection: Id; name?: string; parent?: Id | null; query?: string };
  'collection.delete': { collection: Id };
  'collection.add': Of & { collection: Id };
  'collection.remove': Of & { collection: Id };
  'relation.add': { from: Id; to: Id; kind: Relation['kind'] };
  'relation.remove': { relation: Id };
  'note.write': { paper?: Id; note?: Id; title?: string; markdown: string };
  'note.delete': { note: Id };
  'annotation.add': { paper: Id; target: Annotation['target']; selector: TextSelector; kind: Kind; colour: Colour; comment?: string; tags?: Id[] };
  'annotation.quote': { paper: Id; target: Annotation['target']; selector: TextSelector; kind: Kind; colour: Colour; comment?: string; tags?: Id[]; note?: Id };
  'annotation.edit': { annotation: Id; colour?: Colour; comment?: string; kind?: Kind };
  'annotation.delete': { annotation: Id };
  'annotation.tag': { annotation: Id; name: string };
  'annotation.untag': { annotation: Id; tag: Id };
  'attachment.edit': { attachment: Id; title?: string; main?: true };
  'attachment.remove': { attachment: Id };
}
export type CommandName = keyof CommandInputs;
export type InputOf<N extends CommandName> = CommandInputs[N];
