// Starts the app folder named by the first argument, as the default app of a stock Electron does.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
process.defaultApp = true;
// Loaded at once, not awaited: what it asks for must be in place before Electron is ready.
createRequire(import.meta.url)(join(folder, main));
