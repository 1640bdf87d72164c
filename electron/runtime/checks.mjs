import { join } from 'node:path';
import { root } from './places.mjs';

export const bin = (name) => join(root, 'node_modules/.bin', name);

/** The native compiler, by its own path: the linter's packages bring a `tsc` of their own. */
const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
const kept = (name) => join(root, 'node_modules/.cache/sheaf', name);

const types = (name, project, cached) => [name, process.execPath, [tsc, '-p', project, ...(cached ? ['--incremental', '--tsBuildInfoFile', kept(project)] : [])]];

/**
 * Types, lint and walls: a name, a program and its arguments each; each passes or fails as one.
 * `cached`: what is unchanged since the last time is not looked at again.
 */
export const checks = ({ cached = false } = {}) => [
  types('types of the pure rooms', 'tsconfig.pure.json', cached),
  types('types of Node and Electron', 'tsconfig.node.json', cached),
  types('types of the window', 'tsconfig.json', cached),
  ['lint, and the walls between rooms', process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), '--config', '.config/eslint.config.mjs', '--max-warnings', '0', ...(cached ? ['--cache', '--cache-location', kept('eslint')] : []), 'src', 'electron', 'renderer', 'tests']],
];
