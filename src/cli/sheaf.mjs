#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The `sheaf` command of a clone: builds what is missing, then runs it. An installed Sheaf brings the built one. */
const root = new URL('../../', import.meta.url);
const built = new URL('dist/cli/sheaf.cjs', root);
if (!existsSync(fileURLToPath(built))) {
  process.stderr.write('sheaf: preparing for the first time, this takes a minute…\n');
  const { prepare } = await import(new URL('electron/runtime/prepare.mjs', root).href);
  await prepare({ quiet: true });
}
await import(built.href);
