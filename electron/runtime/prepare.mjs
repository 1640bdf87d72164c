import { pathToFileURL } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { checkNode, installPackages } from './packages.mjs';
import { asProgram, say } from './run-command.mjs';

/** Packages and dist/, as they must be for anything to run. */
export async function preparePrograms() {
  checkNode();
  await installPackages();
  await buildIfChanged();
}

/** Builds when dist/ is not what the sources give. */
export async function buildIfChanged() {
  if (isBuilt()) return;
  say('Building');
  await build();
}

/**
 * An Electron that starts here, its system libraries, and a display: the machine's own, or a virtual one where there is none
 * or `virtual` asks for it. Gives the environment to start programs with, and `stop` for the display.
 */
export async function prepareElectron({ virtual = !hasDisplay() } = {}) {
  const { findElectron } = await import('./find-electron.mjs');
  const { addSystemLibraries } = await import('./system-libraries.mjs');
  const electron = await findElectron();
  const virtualDisplay = virtual && process.platform === 'linux';
  await addSystemLibraries(electron.executable, { virtualDisplay });
  const env = { ...process.env, SHEAF_ELECTRON: electron.executable };
  if (!virtualDisplay) return { electron, env, stop: () => undefined };
  const { display, stop } = await startVirtualDisplay();
  return { electron, env: { ...env, DISPLAY: display, WAYLAND_DISPLAY: '' }, stop };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await asProgram(async () => {
    await preparePrograms();
    const { electron, stop } = await prepareElectron();
    say(`Ready: Electron ${electron.version}`);
    stop();
  });
}
