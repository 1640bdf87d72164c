import { defineConfig } from 'vitest/config';

/**
 * Journeys through the real, built app, each answer held to the contract. One at a time: each has the machine's display to
 * itself. A file in which one failed is walked once more from its beginning by `npm test`, which names it.
 */
export default defineConfig({
  test: { root: new URL('../..', import.meta.url).pathname, include: ['tests/e2e/**/*.test.ts'], setupFiles: ['tests/e2e/picture.setup.ts'], testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks', fileParallelism: false, env: { SHEAF_CHECK_ANSWERS: '1' } },
});
