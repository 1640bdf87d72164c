import type { WriteOptions } from '../contract/exports.ts';
import type { TravellingMark } from '../model/annotation.ts';
import type { CslItem } from '../model/csl.ts';
import type { Origin, PaperLink, Status, Verbatim } from '../model/paper.ts';

/** A paper as a file gives it, before it has an id: names of tags and paths of collections instead of ids. */
export interface Draft {
  item: CslItem;
  citationKey?: string;
  tags?: string[];
  collections?: string[][];
  status?: Status;
  /** Stars, from 1 to 5. */
  rating?: number;
  links?: PaperLink[];
  verbatim?: Verbatim;
  notes?: string[];
  files?: { path: string; title?: string; mediaType?: string }[];
  marks?: TravellingMark[];
  origin?: Omit<Origin, 'at'>;
  doubts?: Record<string, string>;
  /** 1-based line in the source where it begins. */
  line?: number;
}

export interface Problem { severity: 'note' | 'warning' | 'error'; message: string; line?: number; entry?: string; text?: string }

/** What reading gives: drafts, what was left out and why, what was wrong. Reading never throws on bad input. */
export interface Reading {
  drafts: Draft[];
  problems: Problem[];
  leftOut: { text: string; line: number; reason: string }[];
  origin: { page?: string; date?: string; url?: string };
}

/** A paper to be written: its drafts fields with the key it has in the library. `marks` are for people to read, `annotations` the same for programs. */
export interface Outgoing { id: string; citationKey: string; item: CslItem; tags: string[]; verbatim?: Verbatim[]; files?: { path: string; title?: string; mediaType?: string }[]; notes?: string[]; collections?: string[][]; marks?: Mark[]; annotations?: TravellingMark[]; status?: Status; rating?: number }

/** What a format alone is told of what people chose. */
export type FormatOptions = Pick<WriteOptions, 'letters' | 'fields' | 'links' | 'urls' | 'language' | 'names' | 'package' | 'better'>;

/** A passage that was marked, and what was written to it; `page` as it is printed. */
export interface Mark { quote: string; comment: string; page?: string }

export interface Format {
  name: string;
  extensions: string[];
  /** Whether it holds marks as they are; others have them as a note. */
  holdsMarks?: boolean;
  /** How sure it is, from 0 to 1, that a text (its first 64 kB) is of this format; by content, the name only breaks ties. */
  recognise(head: string, fileName: string): number;
  read?(text: string, options?: { fileName?: string }): Reading;
  /** The same in steps, for long files: yields the share that is done, from 0 to 1, so that a caller may pause, show it or stop. */
  readSteps?(text: string): Generator<number, Reading>;
  /** `options` are those of the format alone; what concerns every format is done before (`prepare.ts`). */
  write?(papers: Outgoing[], options?: Partial<FormatOptions>): { text: string; problems: string[] };
  /** The same in steps, for whole libraries: yields the share that is done. */
  writeSteps?(papers: Outgoing[], options?: Partial<FormatOptions>): Generator<number, { text: string; problems: string[] }>;
}
