import { fail, ok, type Result } from '../../contract/errors.ts';
import { errorCode, isFull } from '../disk/disk.ts';
import { nodeDisk } from '../disk/node-disk.ts';
import { replaceFile } from '../disk/replace.ts';
import { extract } from './extract.ts';
import { keptTextBytes, noText, type KeptText } from './kept-text.ts';

/** A PDF with more words than this, in letters, is searched as far as that. */
const MOST = 12_000_000;

/** Keeps the text of a PDF in a file; of one that cannot be read, why not. Errors: `no-space`, `not-allowed`. */
export async function keepText(file: string, to: string, assets: readonly string[]): Promise<Result<{ pages: number }>> {
  const text = await textOf(file, assets);
  try {
    await replaceFile(nodeDisk, to, keptTextBytes(text));
    return ok({ pages: text.pages.length });
  } catch (error) {
    return isFull(error) ? fail('no-space', 'There is no room left on that disk.', { details: { reason: 'there' } }) : fail('not-allowed', `${to} cannot be written (${errorCode(error) || 'unknown'}).`, { details: { reason: 'write', file: to, error: errorCode(error) || 'unknown' } });
  }
}

async function textOf(file: string, assets: readonly string[]): Promise<KeptText> {
  const text = { form: 1 as const, labels: null as string[] | null, pages: [] as string[], trouble: null };
  let length = 0;
  for await (const said of extract({ file, first: 1, last: Infinity, assets })) {
    if (said.is === 'trouble') return noText(said.trouble);
    if (said.is === 'opened') text.labels = said.facts.labels;
    if (said.is === 'page') length += text.pages.push(said.page.text) && said.page.text.length;
    if (length > MOST) break;
  }
  return text;
}
