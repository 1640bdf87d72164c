/** A tagged format: how a line begins a field, and where a record begins and ends. */
export interface Grammar {
  /** Group 1 is the tag, group 2 the value. */
  field: RegExp;
  /** A tag that always begins a record. */
  first?: string;
  /** A tag that ends one. */
  last?: string;
  /** A line between records that is no field. */
  between?: RegExp;
  /** How a further line joins its field's value: a blank where a long value was broken, a line break where each line is a value. */
  glue?: (tag: string) => ' ' | '\n';
}

export interface TaggedField { tag: string; value: string; line: number }
export interface TaggedRecord { fields: TaggedField[]; line: number; closed: boolean }
export interface Tagged { records: TaggedRecord[]; stray: { text: string; line: number }[] }

/** Splits a tagged text into records of fields, line by line; lines outside any record are handed back. */
export function taggedRecords(text: string, { field, first, last, between, glue = () => ' ' }: Grammar): Tagged {
  const out: Tagged = { records: [], stray: [] };
  let record: TaggedRecord | null = null;
  const open = (line: number): TaggedRecord => { record = { fields: [], line, closed: false }; out.records.push(record); return record; };
  for (const [index, raw] of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).entries()) {
    const current: TaggedRecord | null = record;
    const match = field.exec(raw);
    const [tag, value] = [match?.[1] ?? '', (match?.[2] ?? '').trim()];
    if (between?.test(raw)) record = null;
    else if (match && tag === last) { if (current) closeOf(current); record = null; } else if (match) (tag === first || !current ? open(index + 1) : current).fields.push({ tag, value, line: index + 1 });
    else if (raw.trim() && current) lengthen(current, raw.trim(), glue);
    else if (raw.trim()) out.stray.push({ text: raw.trim(), line: index + 1 });
  }
  return out;
}

const closeOf = (record: TaggedRecord): void => { record.closed = true; };

function lengthen(record: TaggedRecord, text: string, glue: (tag: string) => ' ' | '\n'): void {
  const last = record.fields.at(-1);
  if (last) last.value = last.value ? `${last.value}${glue(last.tag)}${text}` : text;
}

/** All values of a tag, in their order; empty ones left out. */
export const valuesOf = (record: TaggedRecord, ...tags: string[]): string[] => record.fields.filter(({ tag, value }) => tags.includes(tag) && value !== '').map(({ value }) => value);
/** The first value of the first of the tags that has one. */
export const valueOf = (record: TaggedRecord, ...tags: string[]): string | undefined => tags.map((tag) => record.fields.find((field) => field.tag === tag && field.value !== '')?.value).find((value) => value !== undefined);
