/** How a verbatim field remembers the value it stood for, in few characters: see `Verbatim` in src/model/paper.ts. */

/** The field is the very text of its variable, which is kept once: in the variable. */
export const SAME = '=';
/** The field's text, as it stands there, is its variable's. */
export const TEXT = '~';
const SHORT = 80;

/** A value as `stood` keeps it: as JSON, or by its digest where that would double a long text. */
export function standing(value: unknown): string {
  if (typeof value === 'string' && value.length > SHORT) return `#${digest(value)}`;
  const json = canonical(value);
  return json.length <= SHORT ? json : `#${digest(json)}`;
}

/** Whether a variable still holds what a field, whose text is given, stood for. */
export function stands(stood: string, value: unknown, field = ''): boolean {
  if (stood === TEXT) return value === field;
  if (stood.startsWith('#')) return stood === standing(value);
  const now = canonical(value);
  return stood === now || canonical(parsed(stood)) === now;
}

function parsed(stood: string): unknown {
  try {
    return JSON.parse(stood) as unknown;
  } catch {
    return undefined;
  }
}

/** A value in a form in which two are compared: a library keeps its keys in an order of its own, and lists of words are sets. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${(value.every((each) => typeof each === 'string') ? [...value].sort() : value).map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members: Record<string, unknown> = { ...value };
  let out = '{';
  for (const key of Object.keys(members).sort()) if (members[key] !== undefined) out += `${out === '{' ? '' : ','}"${key}":${canonical(members[key])}`;
  return `${out}}`;
}

/** Two rounds of FNV-1a, 64 bits together: enough to see a change, not to withstand an attack. */
function digest(text: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other + code, 0x85ebca6b) ^ (other >>> 13);
  }
  return (one >>> 0).toString(36) + (other >>> 0).toString(36);
}
