/** What citeproc-js asks of the same names at every step of telling works apart, remembered; each answer is the one it would give. */

const MOST_NAMES = 20_000;

type Name = Record<string, unknown>;
type Parse = (name: Name) => void;

/** What parsing made of a plain name; null where it left it as it was. */
type Parsed = Name | null;

/** Particles are parsed out of family and given name alone, unless a suffix or a dropping particle is there already. */
export function rememberedParticles(parse: Parse): Parse {
  const known = new Map<string, Parsed>();
  return (name) => {
    const { family, given } = name;
    if (typeof family !== 'string' || typeof given !== 'string' || name['suffix'] || name['dropping-particle']) {
      parse(name);
      return;
    }
    const key = `${family}\n${given}`;
    let parsed = known.get(key);
    if (parsed === undefined) {
      parsed = parsedFrom(family, given, parse);
      if (known.size >= MOST_NAMES) known.clear();
      known.set(key, parsed);
    }
    if (parsed !== null) Object.assign(name, parsed);
  };
}

function parsedFrom(family: string, given: string, parse: Parse): Parsed {
  const name: Name = { family, given };
  parse(name);
  return Object.keys(name).length === 2 && name['family'] === family && name['given'] === given ? null : name;
}

/** What initials depend on beside the name: an option of the style, and the languages whose case holds. */
export interface InitialsState { opt: Record<string, unknown>; tmp: { lang_array: unknown } }
export type Initials = (state: InitialsState, name: unknown, terminator?: unknown, normalizeOnly?: unknown) => string;

/** Initials of a name are made anew for each look at the register of names. */
export function rememberedInitials(make: Initials): Initials {
  const known = new Map<string, string>();
  return (state, name, terminator, normalizeOnly) => {
    if (typeof name !== 'string') return make(state, name, terminator, normalizeOnly);
    const key = `${String(state.tmp.lang_array)}\n${String(state.opt['initialize-with-hyphen'])}\n${terminator === undefined ? '' : String(terminator)}\n${normalizeOnly ? 'n' : ''}\n${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(state, name, terminator, normalizeOnly);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(key, made);
    return made;
  };
}
