import { isMessage, t } from './messages.ts';

/** A format as people know it; its own short name where the catalogue has none. */
export function formatName(format: string): string {
  const key = `format.${format}`;
  return isMessage(key) ? t(key) : format;
}
