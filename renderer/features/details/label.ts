import { isMessage, t } from '../../messages/messages.ts';

/** What a variable is called; one that CSL does not know, by its own name. */
export function fieldLabel(variable: string): string {
  const key = `field.${variable}`;
  return isMessage(key) ? t(key) : variable;
}
