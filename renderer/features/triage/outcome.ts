import type { Paper, Status } from '../../../src/model/paper.ts';
import type { Before } from '../../stores/triage.ts';

/** What became of a paper in a sitting. */
export interface Outcome { id: string; title: string; status: Status | null; rating: number | null; tagged: readonly string[]; untagged: readonly string[]; download: boolean }

/** What differs between how papers stood and how they stand now, in the order they were shown; however it came about, and whatever was taken back. */
export function outcomes(before: ReadonlyMap<string, Before>, now: readonly Paper[], downloads: ReadonlySet<string>): Outcome[] {
  const papers = new Map(now.map((paper) => [paper.id, paper]));
  return [...before].flatMap(([id, was]) => {
    const paper = papers.get(id);
    if (paper === undefined) return [];
    const rating = paper.rating ?? 0;
    const outcome: Outcome = {
      id, title: was.title, status: paper.status === was.status ? null : paper.status, rating: rating === was.rating ? null : rating,
      tagged: paper.tags.filter((tag) => !was.tags.includes(tag)), untagged: was.tags.filter((tag) => !paper.tags.includes(tag)), download: downloads.has(id),
    };
    return isSomething(outcome) ? [outcome] : [];
  });
}

const isSomething = ({ status, rating, tagged, untagged, download }: Outcome): boolean => status !== null || rating !== null || tagged.length + untagged.length > 0 || download;
