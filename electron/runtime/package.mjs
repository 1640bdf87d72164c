import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryPackage } from './try-package.mjs';
import { dist, root } from './places.mjs';
import { prepareElectron, preparePrograms } from './prepare.mjs';
import { asProgram, collect, say, Stop } from './run-command.mjs';

/** A fuse in the wire: the characters 1 and 0. */
const [FUSE_ON, FUSE_OFF] = [0x31, 0x30];

/** `npm run package`: an unpacked app with production fuses, started once. */
await asProgram(async () => {
  await preparePrograms();
  const { electron, env, stop } = await prepareElectron({ virtual: true });
  const folder = await pack(electron);
  await checkFuses(join(folder, 'sheaf-app'));
  await tryInFreshFolder(folder, env);
  stop();
  say(`The app lies in ${folder}`);
});

async function pack(electron) {
  if (process.platform !== 'linux') throw new Stop('This makes the Linux folder. On other systems: npx electron-builder --config electron-builder.yml');
  say('Packaging');
  const { build, Platform } = await import('electron-builder');
  const own = electron.stock ? {} : { electronDist: electron.folder, electronVersion: electron.version, afterExtract: dropDefaultApp };
  await build({ projectDir: root, targets: Platform.LINUX.createTarget('dir'), publish: 'never', config: { extends: join(root, 'electron-builder.yml'), ...own } });
  return join(dist, 'package/linux-unpacked');
}

/** Reads the fuses back from the program itself: what the configuration asks for is worth nothing if it did not get there. */
async function checkFuses(executable) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  const wanted = {
    RunAsNode: false, EnableCookieEncryption: true, EnableNodeOptionsEnvironmentVariable: false, EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true, OnlyLoadAppFromAsar: true, GrantFileProtocolExtraPrivileges: false,
  };
  const wrong = Object.entries(wanted).filter(([name, on]) => wire[FuseV1Options[name]] !== (on ? FUSE_ON : FUSE_OFF));
  if (wrong.length > 0) throw new Stop(`These fuses are not as they must be: ${wrong.map(([name]) => name).join(', ')}`);
  say('The fuses are as they must be.');
}

async function dropDefaultApp({ appOutDir }) {
  await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });
}

async function tryInFreshFolder(folder, env) {
  const userData = await mkdtemp(join(tmpdir(), 'sheaf-package-'));
  try {
    await tryPackage(join(folder, 'sheaf-app'), { ...env, SHEAF_USER_DATA: userData });
    await tryCommand(join(folder, 'sheaf'));
  } finally {
    await rm(userData, { recursive: true, force: true });
  }
}

/** The command of the packaged app, without a display: its help on stdout, exit code 0, nothing else. */
async function tryCommand(command) {
  const env = { ...process.env };
  delete env.DISPLAY;
  delete env.WAYLAND_DISPLAY;
  const { code, output } = await collect(command, ['--help'], { env });
  if (code !== 0 || !output.startsWith('Usage: sheaf')) throw new Stop(`The packaged command does not work (exit code ${code}):\n${output}`);
  say('The packaged command answers.');
}
