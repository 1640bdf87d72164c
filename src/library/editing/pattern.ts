import type { Result } from '../../contract/errors.ts';
import { fail, ok } from '../../contract/errors.ts';

/** Steps a match may cost at worst in one text; what could cost more is left alone. */
const STEPS = 1e8;
const MOST_OPEN = 2;
const LONGEST = 200;

export interface Pattern { of: RegExp; longest: number }

/**
 * What to find. A regular expression is held to a form whose cost is known: no repeated group that itself repeats or chooses,
 * no look-around, no back-reference, at most two open repetitions; `longest` is the text it may be tried on.
 */
export function patternOf(find: string, regex: boolean, matchCase: boolean): Result<Pattern> {
  const flags = matchCase ? 'gu' : 'giu';
  if (find === '') return fail('invalid-input', 'There is nothing to look for.', { details: { reason: 'pattern-empty' } });
  if (find.length > LONGEST) return fail('invalid-input', 'That pattern is too long.', { details: { reason: 'pattern-long' } });
  if (!regex) return ok({ of: new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), flags), longest: Infinity });
  const bare = find.replace(/\\[^\dk]/g, 'x').replace(/\[(?:[^\]])*\]/g, 'x');
  if (/\\[\dk]|\(\?(?!:)/.test(bare)) return fail('invalid-input', 'Look-arounds and back-references are not taken here: they can run for hours.', { details: { reason: 'pattern-look' } });
  if (repeatsRepeated(bare)) return fail('invalid-input', 'A repeated group may not itself repeat or choose: such a pattern can run for hours.', { details: { reason: 'pattern-repeats' } });
  const open = (bare.match(/[*+]|\{\d*,?\d*\}/g) ?? []).length;
  if (open > MOST_OPEN || (bare.match(/\?/g) ?? []).length > 6) return fail('invalid-input', 'At most two repetitions are taken here: more can run for hours.', { details: { reason: 'pattern-most' } });
  try {
    return ok({ of: new RegExp(find, flags), longest: Math.floor(STEPS ** (1 / (open + 1))) });
  } catch {
    return fail('invalid-input', 'That is not a regular expression.', { details: { reason: 'pattern-not' } });
  }
}

/** Whether a group that is repeated holds a repetition or a choice, at any depth. */
function repeatsRepeated(pattern: string): boolean {
  const risky: boolean[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (sign === '(') { risky.push(false); if (pattern.startsWith('?:', at + 1)) at += 2; }
    else if (sign === ')') {
      const held = risky.pop() ?? false;
      if (held && /[*+{]/.test(pattern.charAt(at + 1))) return true;
      if (held && risky.length > 0) risky[risky.length - 1] = true;
    } else if (/[*+?{|]/.test(sign) && risky.length > 0) risky[risky.length - 1] = true;
  }
  return false;
}
