import { isMessage, t } from '../../messages/messages.ts';

/** What a variable, or a thing beside the variables (tags, files, notes), is called. */
export function variableLabel(variable: string): string {
  const key = [`export.variable.${variable}`, `field.${variable}`].find(isMessage);
  return key !== undefined && isMessage(key) ? t(key) : variable;
}
