import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openPages } from '../helpers/launch.ts';

const FOLDER = join(tmpdir(), 'sheaf-failed');

/** A journey that fails leaves a picture of what was in the window. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await mkdir(FOLDER, { recursive: true });
  const name = task.name.replace(/\W+/g, '-').slice(0, 60);
  for (const [index, page] of [...openPages].entries()) await page.screenshot({ path: join(FOLDER, `${name}-${String(Date.now())}-${String(index)}.png`), timeout: 5000 }).catch(() => undefined);
});
