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

/** An error in words: its own message where that was written for people, else the sentence for its code. */
export function tError(error: { code: string; message: string }): string {
  if (error.message !== '') return error.message;
  return t(isCode(error.code) ? `error.${error.code}` : 'error.internal');
}
