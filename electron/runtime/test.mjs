import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { bin, checks } from './checks.mjs';
import { root } from './places.mjs';
import { prepareElectron, preparePrograms } from './prepare.mjs';
import { asProgram, collect, say } from './run-command.mjs';

/**
 * Each counts as many tests as it holds. Journeys depend on what a busy machine does with windows: the files in which one
 * failed are walked once more, named in the output. What fails twice fails. Unit tests have no second try.
 */
const suites = [
  { name: 'unit and fault tests', config: 'tests/vitest.config.ts', secondTry: false },
  { name: 'journeys through the app', config: 'tests/e2e/vitest.config.ts', secondTry: true },
];

/** More files than these do not fail by chance. */
const MOST_AGAIN = 4;

/** The cases that laws are tried on, the same in each run: see tests/seed.setup.ts. */
const SEED = '20261123';

/** `npm test`: everything, then the count as the last line, alone. */
await asProgram(async () => {
  await preparePrograms();
  const { env, stop } = await prepareElectron({ virtual: true });
  const counts = [];
  for (const check of checks()) counts.push(await runCheck(check, env));
  for (const suite of suites) counts.push(await runSuite(suite, { ...env, SHEAF_SEED: SEED, NO_COLOR: '1' }));
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

async function runSuite({ name, config, secondTry }, env) {
  const first = await runTests(config, [], env);
  const broken = [...new Set(first.failures.map(({ file }) => file))];
  const again = secondTry && broken.length > 0 && broken.length <= MOST_AGAIN ? await runTests(config, broken, env) : null;
  const count = again === null ? first : { passed: first.passedOutside(broken) + again.passed, failed: again.failed, output: `${first.output}\n${again.output}` };
  tell(name, count, count.output);
  if (again !== null) for (const { file, test, why } of first.failures) say(`    walked a second time: ${file}, for "${test}" (${why})`);
  return count;
}

/** Runs a suite, or only `files` of it. A suite that broke before its tests ran counts as one failure more. */
async function runTests(config, files, env) {
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-test-'));
  const result = join(folder, 'result.json');
  const { code, output } = await collect(bin('vitest'), ['run', '--config', config, '--reporter=dot', '--reporter=json', `--outputFile.json=${result}`, ...files], { cwd: root, env });
  try {
    const { numPassedTests: passed, numFailedTests, numFailedTestSuites: broken, testResults } = JSON.parse(readFileSync(result, 'utf8'));
    return { passed, failed: Math.max(numFailedTests, broken, code === 0 ? 0 : 1), output, failures: testResults.filter(({ status }) => status === 'failed').flatMap(failuresOf), passedOutside: (some) => testResults.filter(({ name }) => !some.includes(relative(root, name))).flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed').length };
  } catch {
    return { passed: 0, failed: 1, output, failures: [], passedOutside: () => 0 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What failed in a file: its tests, else the file itself. */
function failuresOf({ name, message, assertionResults }) {
  const file = relative(root, name);
  const short = (why) => why.split('\n', 6).join(' ').slice(0, 300);
  const tests = assertionResults.filter(({ status }) => status === 'failed');
  return tests.length === 0 ? [{ file, test: 'the file', why: short(message) }] : tests.map(({ fullName, failureMessages: [why = ''] }) => ({ file, test: fullName, why: short(why) }));
}

function tell(name, { passed, failed }, output) {
  say(`${failed === 0 ? 'ok' : 'FAILED'}  ${name}${passed > 1 ? `: ${passed}` : ''}`);
  if (failed > 0) say(output.trim());
}
