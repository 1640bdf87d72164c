import { bin, checks } from './checks.mjs';
import { checkNode, installPackages } from './packages.mjs';
import { root } from './places.mjs';
import { asProgram, collect, say } from './run-command.mjs';

const unit = ['unit tests', bin('vitest'), ['run', '--config', 'tests/vitest.config.ts', '--project', 'rooms', '--project', 'alone', '--reporter=dot']];

/** `npm run check`: types, lint, walls and the unit tests that start nothing, side by side. `npm test` holds them all and more. */
await asProgram(async () => {
  checkNode();
  await installPackages();
  const [first, second] = await Promise.all([inTurn([unit]), inTurn(checks({ cached: true }))]);
  return [...first, ...second].every(Boolean) ? 0 : 1;
});

async function inTurn(list) {
  const passed = [];
  for (const one of list) passed.push(await check(one));
  return passed;
}

async function check([name, command, args]) {
  const from = Date.now();
  const { code, output } = await collect(command, args, { cwd: root });
  say(`${code === 0 ? 'ok' : 'FAILED'}  ${name} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  if (code !== 0) say(output.trim());
  return code === 0;
}
