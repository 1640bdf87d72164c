import { fail } from '../../../contract/errors.ts';
import type { Handlers } from '../handlers.ts';

export const cite: Handlers<'cite.bibliography' | 'cite.styles'> = {
  'cite.bibliography': () => fail('unsupported', 'Citing is not ready.'),
  'cite.styles': () => fail('unsupported', 'Citing is not ready.'),
};
