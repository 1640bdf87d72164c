import { defineConfig } from 'vitest/config';

/**
 * Journeys through the real, built app, each answer held to the contract. One at a time: each has the machine's display to
 * itself. A step that a busy machine let miss its moment is walked once more; `npm test` names it. Unit tests have no second try.
 */
export default defineConfig({
  test: { root: new URL('../..', import.meta.url).pathname, include: ['tests/e2e/**/*.test.ts'], setupFiles: ['tests/e2e/picture.setup.ts'], testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks', fileParallelism: false, retry: 1, env: { SHEAF_CHECK_ANSWERS: '1' } },
});
