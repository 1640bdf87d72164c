import { isAbsolute, join, resolve } from 'node:path';
import type { Attachment } from '../../model/attachment.ts';
import type { Library } from '../library.ts';
import { EXIT, Exit, print, printJson } from '../output.ts';
import { idsOf } from '../papers.ts';

export interface AttachOptions { json?: boolean; link?: boolean }

const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/** `sheaf attach PAPER FILE…`: copies files into the library, or links them where they are. */
export async function attachFiles(library: Library, name: string, files: string[], { json, link = false }: AttachOptions): Promise<void> {
  if (files.length === 0) throw new Exit(EXIT.usage, 'Name the files.');
  const [paper = ''] = await idsOf(library, [name]);
  const { ids, there } = await library.call('attachment.bring', { paper, files: files.map((file) => (link && isAddress(file) ? file : resolve(file))), link });
  if (json) return printJson({ added: ids, there });
  const again = there === 0 ? '' : `, ${there} there already`;
  await print(`${ids.length} ${ids.length === 1 ? 'file' : 'files'} ${link ? 'linked' : 'added'}${again}.`);
}

interface ShownFile extends Attachment { file: string; there: boolean }

/** `sheaf files PAPER`: a paper's files, where they are, and whether they are there. */
export async function listFiles(library: Library, name: string, { json }: { json?: boolean }): Promise<void> {
  const [paper = ''] = await idsOf(library, [name]);
  const { attachments } = await library.call('papers.get', { id: paper });
  const present = new Map((await library.call('attachment.present', { paper })).map(({ id, there }) => [id, there]));
  const files = attachments.map((one): ShownFile => ({ ...one, file: placeOf(library.folder, one), there: present.get(one.id) ?? false }));
  if (json) return printJson({ files });
  if (files.length === 0) return print('No files.');
  await print(files.map((one) => [one.file, one.kind, one.bytes === undefined ? '' : `${(one.bytes / 1e6).toFixed(1)} MB`, one.there ? '' : 'missing'].filter(Boolean).join('\t')).join('\n'));
}

/** The whole path of a file, or its address. */
const placeOf = (folder: string, { path }: Attachment): string => (isAddress(path) || isAbsolute(path) ? path : join(folder, path));
