import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** What starts programs, servers or kills, or reads everything there is: whole in `npm test`, left out of the quick `npm run check`. */
const machine = [
  'tests/faults/**/*.test.ts', 'tests/unit/cli/**/*.test.ts', 'tests/unit/downloads/**/*.test.ts', 'tests/unit/services/library/crash.test.ts',
  'tests/unit/services/styles/**/*.test.ts', 'tests/unit/services/pdf/**/*.test.ts', 'tests/unit/formats/every-reader.test.ts',
];
/** What puts something else in the place of clocks, modules, the process or its surroundings: a process each. */
const alone = [
  'tests/unit/engine/utility.test.ts', 'tests/unit/services/library/door.test.ts', 'tests/unit/renderer/actions/registry.test.ts', 'tests/unit/renderer/notes/autosave.test.ts', 'tests/unit/renderer/notes/unwritten.test.ts',
  'tests/unit/renderer/settings-in-turn.test.ts', 'tests/unit/renderer/stores/spaced.test.ts', 'tests/unit/renderer/waiting.test.ts',
];
const common = { root, setupFiles: ['tests/seed.setup.ts'], testTimeout: 60_000, pool: 'forks' as const };

/**
 * Unit, contract and fault tests: all on plain Node; the journeys through Electron run from tests/e2e. The files of `rooms` share
 * a process and its modules, which halves their time: they leave nothing behind in either.
 */
export default defineConfig({
  test: {
    root,
    projects: [
      { test: { ...common, name: 'rooms', include: ['tests/unit/**/*.test.ts'], exclude: [...machine, ...alone], isolate: false } },
      { test: { ...common, name: 'alone', include: alone } },
      { test: { ...common, name: 'machine', include: machine } },
    ],
  },
});
