import { IntlMessageFormat } from 'intl-messageformat';
import { ERROR_CODES } from '../../src/contract/errors.ts';
import type { ErrorCode } from '../../src/contract/errors.ts';
import { en } from './en.ts';

export type MessageKey = keyof typeof en;
export type Values = Record<string, string | number | Date>;

const locale = 'en';
const formats = new Map<MessageKey, IntlMessageFormat>();

function formatOf(key: MessageKey): IntlMessageFormat {
  const known = formats.get(key) ?? new IntlMessageFormat(en[key], locale);
  formats.set(key, known);
  return known;
}

/** A message of the catalogue in the user's language, with its values (ICU MessageFormat). */
export const t = (key: MessageKey, values?: Values): string => String(formatOf(key).format(values));

/** Whether a word from outside (an undo label, a job kind) names a message. */
export const isMessage = (key: string): key is MessageKey => Object.hasOwn(en, key);

const isCode = (code: string): code is ErrorCode => ERROR_CODES.some((known) => known === code);

/** Values that a sentence about an error may name. */
function valuesOf(details: unknown): Values {
  if (typeof details !== 'object' || details === null) return {};
  return Object.fromEntries(Object.entries(details).filter((pair): pair is [string, string | number] => typeof pair[1] === 'string' || typeof pair[1] === 'number'));
}

/** Whether everything a message names is given; a sentence with a hole is worse than a plain one. */
function canSay(key: MessageKey, values: Values): boolean {
  try {
    t(key, values);
    return true;
  } catch {
    return false;
  }
}

/**
 * An error in the reader's language: the catalogue's sentence for its code and the `reason` in its details, with the other
 * details as values; else what the engine says, where nothing in the catalogue is as exact; else the sentence for its code.
 */
export function tError(error: { code: string; message: string; details?: unknown }): string {
  const values = valuesOf(error.details);
  const key = `error.${error.code}.${String(values['reason'] ?? values['table'] ?? '')}`;
  if (isMessage(key) && canSay(key, values)) return t(key, values);
  if (error.message !== '') return error.message;
  return t(isCode(error.code) ? `error.${error.code}` : 'error.internal');
}
