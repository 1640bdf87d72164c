import type { Page } from 'playwright-core';
import { ask } from '../helpers/ask.ts';
import { keyToPaint } from './paint.ts';

const LENGTH = 100_000;

/** A paragraph with what notes hold: emphasis, citations, formulas, tasks. */
const piece = (at: number): string => [
  `## Section ${String(at)}`, '',
  `Some *emphasis* and **strong words** about $x_{${String(at)}}^2 + \\alpha$, as in [[key${String(at)}]] and [@other${String(at)}, p. ${String(at)}]; the rest of this paragraph is plain text, as most of a note is, so that a line is as long as lines are.`, '',
  `- [ ] a task to do`, `- an item with \`code\``, '',
  ...(at % 10 === 0 ? ['| a | b |', '|---|---|', `| ${String(at)} | $b$ |`, ''] : []),
].join('\n');

function longNote(): string {
  let text = '';
  for (let at = 0; text.length < LENGTH; at++) text += `${piece(at)}\n`;
  return text;
}

/** Milliseconds from each keystroke in the middle of a note of 100 kB to its paint. */
export async function noteTimes(page: Page, letters: string): Promise<number[]> {
  const { rows } = await ask(page, 'papers.query', { scope: { in: 'all' }, first: 1 });
  const paper = rows[0]?.id;
  await ask(page, 'command.run', { name: 'note.write', input: { paper, markdown: longNote() } });
  await page.locator('[role=option]').first().click();
  await page.locator('.note-card').dblclick();
  const text = page.locator('.note-editor .cm-content');
  await text.waitFor();
  await page.keyboard.press('Control+Home');
  for (let at = 0; at < 40; at++) await page.keyboard.press('PageDown');
  const taken: number[] = [];
  for (const letter of letters) {
    taken.push(await keyToPaint(page, letter));
  }
  await page.keyboard.press('Escape');
  return taken;
}
