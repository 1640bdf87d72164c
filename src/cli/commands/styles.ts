import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode } from '../../services/disk/disk.ts';
import { styles } from '../../services/styles/styles.ts';
import { EXIT, Exit, line, print, printJson, refused } from '../output.ts';

export interface StylesOptions { json?: boolean; own?: boolean }

const ALL = 100_000;

/** `sheaf styles [WORDS]`: id, title, and whose rules it borrows. */
export async function listStyles(words: string[], { json, own }: StylesOptions): Promise<void> {
  const found = (await styles()).list(words.join(' '), ALL).filter((style) => !own || style.own);
  if (json) return printJson({ styles: found });
  if (found.length === 0) throw new Exit(EXIT.nothing, own ? 'No style was added from a file.' : `No style is called "${words.join(' ')}".`);
  await print(found.map(({ id, title, like, own: added }) => line([id, title, like === undefined ? '' : `(as ${like})`, added ? '(added)' : ''])).join('\n'));
}

/** `sheaf styles add FILE…`: all of them, or says which could not be added and why. */
export async function addStyles(files: string[], { json }: StylesOptions): Promise<void> {
  const shelf = await styles();
  const added = [];
  for (const file of files) {
    const result = await shelf.add(await textOf(file), basename(file));
    if (!result.ok) throw refused(result.error);
    added.push({ ...result.value.style, replaced: result.value.before !== null });
  }
  if (json) return printJson({ added });
  await print(added.map(({ id, title, replaced }) => `${replaced ? 'Replaced' : 'Added'} ${id}: ${title}`).join('\n'));
}

export async function removeStyle(id: string): Promise<void> {
  const removed = await (await styles()).remove(id);
  if (!removed.ok) throw refused(removed.error);
  await print(`Removed ${id}: ${removed.value.title}`);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Exit(EXIT.failed, `${file} could not be read${errorCode(error) === 'ENOENT' ? ': there is no such file' : ''}.`);
  }
}
