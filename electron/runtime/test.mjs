import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.mjs';
import { prepareElectron, preparePrograms } from './prepare.mjs';
import { asProgram, collect, say } from './run-command.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);

/** Each passes or fails as one. */
const checks = [
  ['types of the pure rooms', bin('tsc'), ['-p', 'tsconfig.pure.json']],
  ['types of Node and Electron', bin('tsc'), ['-p', 'tsconfig.node.json']],
  ['types of the window', bin('tsc'), ['-p', 'tsconfig.json']],
  ['lint, and the walls between rooms', bin('eslint'), ['--config', '.config/eslint.config.mjs', '--max-warnings', '0', 'src', 'electron', 'renderer', 'tests']],
];

/** Each counts as many tests as it holds. */
const suites = [
  ['unit and fault tests', 'tests/vitest.config.ts'],
  ['journeys through the app', 'tests/e2e/vitest.config.ts'],
];

/** The cases that laws are tried on, the same in each run: see tests/seed.setup.ts. */
const SEED = '20261123';

/** `npm test`: everything, then the count as the last line, alone. */
await asProgram(async () => {
  await preparePrograms();
  const { env, stop } = await prepareElectron({ virtual: true });
  const counts = [];
  for (const check of checks) counts.push(await runCheck(check, env));
  for (const suite of suites) counts.push(await runSuite(suite, { ...env, SHEAF_SEED: SEED }));
  stop();
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
});

async function runCheck([name, command, args], env) {
  const { code, output } = await collect(command, args, { cwd: root, env });
  const failed = code !== 0 || output.trim() !== '';
  tell(name, failed ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 }, output);
  return failed ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
}

async function runSuite([name, config], env) {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-test-'));
  const file = join(folder, 'result.json');
  const { code, output } = await collect(bin('vitest'), ['run', '--config', config, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`], { cwd: root, env });
  const count = countOf(file, code);
  await rm(folder, { recursive: true, force: true });
  tell(name, count, output);
  return count;
}

/** A suite that broke before its tests ran counts as one failure more. */
function countOf(file, code) {
  try {
    const { numPassedTests: passed, numFailedTests, numFailedTestSuites: broken, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = Math.max(numFailedTests, broken, code === 0 ? 0 : 1);
    const again = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0);
    return { passed, failed, again: again.map(({ fullName, failureMessages: [why] }) => `${fullName} (${why.split('\n', 6).join(' ').slice(0, 300)})`) };
  } catch {
    return { passed: 0, failed: 1, again: [] };
  }
}

function tell(name, { passed, failed, again = [] }, output) {
  say(`${failed === 0 ? 'ok' : 'FAILED'}  ${name}${passed > 1 ? `: ${passed}` : ''}`);
  for (const one of again) say(`    passed at its second try: ${one}`);
  if (failed > 0) say(output.trim());
}
