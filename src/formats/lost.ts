import type { CslItem } from '../model/csl.ts';
import type { Format, Outgoing } from './format.ts';

/** A variable that a format does not bring back, and of how many papers. */
export interface Loss { variable: string; papers: number }

/** What a format cannot hold of these papers, found by reading what it writes. Empty for a format that is only written. */
export function lost(format: Format, papers: readonly Outgoing[]): Loss[] {
  if (!format.write || !format.read) return [];
  const counts = new Map<string, number>();
  for (const paper of papers) {
    const back = format.read(format.write([paper]).text).drafts.at(-1)?.item;
    for (const variable of missing(paper.item, back)) counts.set(variable, (counts.get(variable) ?? 0) + 1);
  }
  return [...counts].map(([variable, count]) => ({ variable, papers: count })).sort((a, b) => b.papers - a.papers);
}

const missing = (item: CslItem, back: CslItem | undefined): string[] => Object.entries(item).filter(([variable, value]) => value !== undefined && value !== '' && variable !== 'type' && back?.[variable] === undefined).map(([variable]) => variable);
