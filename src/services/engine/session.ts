import type { EventName, EventPayload } from '../../contract/contract.ts';
import type { Context } from '../../library/command.ts';
import type { Disk } from '../disk/disk.ts';
import type { Store } from '../library/store.ts';
import type { PdfTexts } from './pdf-texts/pdf-texts.ts';
import type { Previews } from './previews.ts';
import type { Lists } from './lists.ts';
import type { Manuscripts } from './manuscripts.ts';
import type { Texts } from './texts.ts';
import type { Writer } from './writer.ts';

export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** An open library as the operations see it. */
export interface Session {
  store: Store;
  disk: Disk;
  /** Time and ids for a command that begins now. */
  context(): Context;
  emit: Emit;
  writer: Writer;
  lists: Lists;
  texts: Texts;
  pdfTexts: PdfTexts;
  previews: Previews;
  manuscripts: Manuscripts;
}
