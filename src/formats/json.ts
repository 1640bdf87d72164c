import type { Problem } from './format.ts';

/** A value of JSON looked at without trust: what is not there, or is of another kind, is simply absent. */
export class Json {
  readonly value: unknown;
  constructor(value: unknown) { this.value = value; }

  /** What a path of names leads to (`container.title`). */
  at(path: string): Json { return path.split('.').reduce<Json>((one, name) => new Json(one.isObject() ? Reflect.get(one.value, name) : undefined), this); }
  get list(): Json[] { return Array.isArray(this.value) ? this.value.map((one: unknown) => new Json(one)) : []; }
  get text(): string | undefined { return typeof this.value === 'string' ? this.value.trim() || undefined : typeof this.value === 'number' ? String(this.value) : undefined; }
  isObject(): this is Json & { value: object } { return typeof this.value === 'object' && this.value !== null; }
  get exists(): boolean { return this.value !== undefined && this.value !== null; }
}

/** JSON, or lines of it, one record a line; the records of a list, or the one. */
export function jsonRecords(text: string): { records: Json[]; problems: Problem[] } {
  const bare = text.replace(/^\ufeff/, '').trim();
  try {
    const value: unknown = JSON.parse(bare);
    return { records: Array.isArray(value) ? value.map((one: unknown) => new Json(one)) : [new Json(value)], problems: [] };
  } catch (error) {
    const lines = bare.split('\n');
    const records = lines.flatMap((line) => parsed(line));
    return records.length > 1 && records.length >= lines.length - 1 ? { records, problems: [] } : { records: [], problems: [{ severity: 'error', message: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` }] };
  }
}

function parsed(line: string): Json[] {
  try {
    return [new Json(JSON.parse(line))];
  } catch {
    return [];
  }
}
