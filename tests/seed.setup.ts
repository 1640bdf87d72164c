import fc from 'fast-check';

/**
 * `npm test` tries the laws on the same cases each time, so that what passed once passes on another machine; `npm run check`
 * and single runs of vitest draw new ones. SHEAF_SEED: a whole number.
 */
const seed = process.env['SHEAF_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
