import { defineConfig } from 'vitest/config';

/** Unit, contract and fault tests: all on plain Node. The journeys through Electron run from tests/e2e. */
export default defineConfig({
  test: { root: new URL('..', import.meta.url).pathname, include: ['tests/unit/**/*.test.ts', 'tests/faults/**/*.test.ts'], setupFiles: ['tests/seed.setup.ts'], testTimeout: 60_000, pool: 'forks' },
});
