import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './places.mjs';
import { checkNode, installPackages } from './packages.mjs';
import { buildIfChanged, prepareElectron } from './prepare.mjs';
import { asProgram, say } from './run-command.mjs';

const SETTLE_MS = 150;

/** `npm run dev`: the window reloads hot; a change in what runs outside it is built and the app started again. Arguments go to Electron. */
await asProgram(async () => {
  checkNode();
  await installPackages();
  await buildIfChanged();
  const { electron, env } = await prepareElectron();
  const address = await serveWindow();
  const start = () => spawn(electron.executable, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), dist, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...env, SHEAF_DEV_URL: address } });
  let app = start();
  const leave = (code) => process.exit(code ?? 0);
  app.once('exit', leave);
  const nextChange = settledChanges(['src', 'electron']);
  for (;;) {
    await nextChange();
    if (!(await rebuilt())) continue;
    app.off('exit', leave);
    await new Promise((resolve) => app.once('exit', resolve).kill());
    app = start();
    app.once('exit', leave);
  }
});

async function serveWindow() {
  const { createServer } = await import('vite');
  const server = await createServer({ root: join(root, 'renderer'), configFile: join(root, 'renderer/vite.config.ts') });
  await server.listen();
  return server.resolvedUrls?.local[0] ?? '';
}

/** A mistake is shown and waited out: the app before it keeps running. */
async function rebuilt() {
  const { buildProgram } = await import('./build.mjs');
  const { programs } = await import('./programs.mjs');
  try {
    for (const program of programs) await buildProgram(program);
    return true;
  } catch (error) {
    say(String(error));
    return false;
  }
}

/** A function that waits for the end of the next burst of changes below `folders`; what changed since it was last waited for counts. */
function settledChanges(folders) {
  let changed = false;
  let wake = () => undefined;
  let timer;
  const settled = () => {
    changed = true;
    wake();
  };
  for (const folder of folders) watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLE_MS);
  });
  return async () => {
    if (!changed) await new Promise((resolve) => (wake = resolve));
    changed = false;
  };
}
