import { join } from 'node:path';
import { hasDisplay } from './display.mjs';
import { dist } from './places.mjs';
import { prepareElectron, preparePrograms } from './prepare.mjs';
import { asProgram, openly, say } from './run-command.mjs';
import { runScript } from './run.mjs';

/** `npm start`: opens Sheaf; where there is no display to open it on, performs the tour on a virtual one. */
await asProgram(async () => {
  const wanted = process.argv.slice(2);
  await preparePrograms();
  if (wanted.includes('--tour')) return tour(wanted.filter((argument) => argument !== '--tour'));
  if (hasDisplay()) return open(wanted);
  say('There is no display here, so Sheaf performs its tour by itself, on a virtual one.');
  return tour([]);
});

async function open(more) {
  const { electron, env } = await prepareElectron();
  return openly(electron.executable, [...sandboxArguments(), dist, ...more], { env });
}

/** Chromium does not start as root with its sandbox: a container's root gets a window without it, nobody else does. */
function sandboxArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

function tour(more) {
  return runScript('tests/e2e/tour.ts', ['--to', join(dist, 'tour'), ...more], { electron: 'virtual' });
}
