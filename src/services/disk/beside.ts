import { copyFile, mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { FileCopy } from '../../contract/exports.ts';

/** The folder beside a written file that the papers' files are copied into: `refs.bib` has `refs files`. */
export const besideOf = (file: string): string => `${basename(file, extname(file))} files`;

/** Copies files to where the written file names them; answers, in words, those that could not be. */
export async function copyBeside(folder: string, copies: readonly FileCopy[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { from, to } of copies) {
    const target = join(folder, to);
    try {
      await mkdir(dirname(target), { recursive: true });
      await copyFile(from, target);
    } catch (error) {
      failed.push(`${from} could not be copied: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed;
}
