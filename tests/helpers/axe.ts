import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface Violation { id: string; nodes: { target: string[] }[] }

/** What axe finds wrong by WCAG 2.2 A and AA with what the window shows now: rule and place; `contrast`: only what another theme may change. Evaluated past the page's content policy, as a reader of the tree. */
export async function violations(page: Page, only: 'all' | 'contrast' = 'all'): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const found = await page.evaluate<Violation[]>(`axe.run(document, { runOnly: ${only === 'contrast' ? '["color-contrast"]' : '["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]'}, resultTypes: ["violations"] }).then((result) => result.violations)`);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
