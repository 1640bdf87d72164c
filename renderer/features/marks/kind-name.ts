import type { Annotation } from '../../../src/model/annotation.ts';
import { isMessage, t } from '../../messages/messages.ts';

/** What a kind of mark is called. */
export function kindName(kind: Annotation['kind']): string {
  const key = `marks.kind.${kind}`;
  return isMessage(key) ? t(key) : kind;
}
