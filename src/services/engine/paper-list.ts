/** Ids of papers in an order, of which as much is worked out as is asked for. */
export interface PaperList {
  readonly total: number;
  slice(from: number, to: number): readonly string[];
  all(): readonly string[];
}

/** One that is there as a whole. */
export class WholeList implements PaperList {
  constructor(readonly ids: readonly string[]) {}

  get total(): number { return this.ids.length; }
  slice(from: number, to: number): readonly string[] { return this.ids.slice(from, to); }
  all(): readonly string[] { return this.ids; }
}
