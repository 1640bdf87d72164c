#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runBuilt } from './run-built.mjs';

/** The `sheaf` command of a clone: builds what is missing, then runs it. An installed Sheaf brings the built one. */
const root = new URL('../../', import.meta.url);
const built = new URL('dist/cli/sheaf.cjs', root);
if (!existsSync(fileURLToPath(built))) await prepare();
runBuilt(fileURLToPath(built));

/** In a process of its own, so that nothing of it gets onto stdout, which belongs to the command's answer. */
async function prepare() {
  process.stderr.write('sheaf: preparing for the first time, this takes a minute…\n');
  const { quietly } = await import(new URL('electron/runtime/run-command.mjs', root).href);
  const programs = new URL('electron/runtime/prepare.mjs', root).href;
  await quietly(process.execPath, ['--input-type=module', '--eval', `await (await import(${JSON.stringify(programs)})).preparePrograms();`]).catch((error) => {
    process.stderr.write(`sheaf: ${error.message}\n`);
    process.exit(1);
  });
}
