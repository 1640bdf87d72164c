import { basename, extname, isAbsolute } from 'node:path';
import type { FileCopy } from '../../contract/exports.ts';
import type { Outgoing } from '../../formats/format.ts';

/** The papers with their files named where the copies will lie, beside the written file, and what is to be copied. Addresses stay addresses. */
export function withCopies(papers: readonly Outgoing[], beside: string): { papers: Outgoing[]; copies: FileCopy[] } {
  const copies = new Map<string, FileCopy>();
  const taken = new Set<string>();
  const place = (from: string): string => {
    const known = copies.get(from)?.to;
    if (known !== undefined) return known;
    const to = `${beside}/${free(basename(from), taken)}`;
    copies.set(from, { from, to });
    return to;
  };
  return { papers: papers.map((paper) => (paper.files ? { ...paper, files: paper.files.map((file) => (isAbsolute(file.path) ? { ...file, path: place(file.path) } : file)) } : paper)), copies: [...copies.values()] };
}

/** A name that no other file of the folder has, whatever the case of its letters. */
function free(name: string, taken: Set<string>): string {
  const stem = name.slice(0, name.length - extname(name).length);
  for (let at = 1; ; at++) {
    const candidate = at === 1 ? name : `${stem} ${String(at)}${extname(name)}`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}
