import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './places.mjs';
import { prepareElectron, preparePrograms } from './prepare.mjs';
import { asProgram, openly } from './run-command.mjs';

/**
 * Runs a TypeScript program of this clone. `electron: 'virtual'` gives it an Electron (in SHEAF_ELECTRON) on a
 * virtual display of its own, so that pictures and times do not depend on who sits in front.
 */
export async function runScript(file, more, { electron } = {}) {
  const { env, stop } = electron ? await prepareElectron({ virtual: true }) : { env: process.env, stop: () => undefined };
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  try {
    return await openly(process.execPath, ['--import', tsx, join(root, file), ...more], { env });
  } finally {
    stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await asProgram(async () => {
    const [first, ...rest] = process.argv.slice(2);
    const [file = '', ...more] = first === '--electron' ? rest : [first, ...rest];
    await preparePrograms();
    return runScript(file, more, first === '--electron' ? { electron: 'virtual' } : {});
  });
}
