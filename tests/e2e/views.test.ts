import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import type { Launched } from '../helpers/launch.ts';
import { launchSheaf } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

let folder: string;
let sheaf: Launched;
const keys = async (...strokes: string[]): Promise<void> => { for (const one of strokes) await sheaf.page.keyboard.press(one); };
const counts = async () => (await ask(sheaf.page, 'library.overview', {})).counts;
const shown = (): Promise<string | null> => sheaf.page.locator('.triage-main').getAttribute('data-paper');
/** Presses a key that leads to another paper, and waits for that. */
const decide = async (key: string): Promise<void> => {
  const before = await shown();
  await keys(key);
  await until(async () => [await sheaf.page.locator('.triage-main').count(), await shown().catch(() => null)] as const, ([count, id]) => count === 1 && id !== before);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-views-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), SHEAF_CHECK_ANSWERS: '1' } });
  sheaf.page.setDefaultTimeout(8000);
  await ask(sheaf.page, 'library.create', { example: true });
  await sheaf.page.locator('.row-current').waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

it('goes through papers one by one with a key for each decision, takes one back, and says at the end what was decided', async () => {
  const before = await counts();
  await sheaf.page.locator('.list').focus();
  await keys('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Home', 'Control+a', 'Shift+T');
  await until(shown, (id) => id !== null);
  const first = await shown();
  await decide('e');
  await decide('k');
  expect(await shown()).toBe(first);
  await until(async () => sheaf.page.locator('.triage-badge').textContent(), (text) => text === 'Archived');
  await decide('j');
  await decide('l');
  await until(counts, ({ later }) => later !== before.later);
  await keys('z');
  await until(counts, ({ later }) => later === before.later);
  await keys('t');
  await sheaf.page.keyboard.type('from triage');
  await keys('Enter', 'Escape', 's');
  await until(async () => (await ask(sheaf.page, 'papers.get', { id: await shown() })).paper.rating, (rating) => rating === 5);
  expect(await violations(sheaf.page)).toEqual([]);
  for (let left = before.all - 1; left > 0; left--) await keys('ArrowRight');
  await sheaf.page.getByRole('heading', { name: '2 papers decided of 12' }).waitFor();
  expect(await sheaf.page.locator('.triage-outcome').allTextContents()).toEqual([expect.stringContaining('Archived'), expect.stringMatching(/★★★★★.*from triage/)]);
  expect(await violations(sheaf.page)).toEqual([]);
  await sheaf.page.locator('.triage-outcome .quiet-button').first().click();
  await sheaf.page.getByRole('heading', { name: '1 paper decided of 12' }).waitFor();
  expect((await counts()).archived).toBe(before.archived);
});

it('waits in the sidebar when it is left, and goes on from there', async () => {
  await keys('Escape');
  await keys('Shift+T');
  await until(shown, (id) => id !== null);
  await keys('j', 'j', 'Escape');
  await sheaf.page.locator('.place[data-action="triage.resume"]').click();
  await sheaf.page.getByText('of 12', { exact: false }).first().waitFor();
  await keys('Escape');
  await sheaf.page.locator('.row-current').waitFor();
});

it('sets abstracts as their reader likes them, beside the text and by the keyboard alone', async () => {
  await sheaf.page.locator('.list').focus();
  await keys('Alt+t');
  await sheaf.page.getByRole('slider', { name: 'Text size' }).focus();
  await keys('ArrowRight', 'ArrowRight', 'Tab', 'ArrowLeft', 'Tab', 'ArrowRight', 'Escape');
  const set = (): Promise<{ face: string; size: string; measure: string }> => sheaf.page.evaluate(() => { const of = getComputedStyle(document.querySelector('.abstract-page') ?? document.body); return { face: of.fontFamily, size: of.fontSize, measure: getComputedStyle(document.documentElement).getPropertyValue('--abstract-measure') }; });
  await until(set, ({ face, size, measure }) => face.startsWith('"Inter') && size === '20px' && measure === '67ch');
  expect((await ask(sheaf.page, 'settings.get', {})).abstractFace).toBe('sans');
});

/** The abstract that is read: marks of a paper as the library has them. */
const marksOf = async (id: string | null) => (await ask(sheaf.page, 'papers.get', { id })).annotations;
const inStream = (): Promise<string | null> => sheaf.page.locator('.stream-current').getAttribute('data-paper');
const text = async (): Promise<string> => sheaf.app.evaluate(({ clipboard }) => clipboard.readText());

it('reads abstracts one below another and marks them in place: coloured, tagged, quoted in a note, copied with their link, by keys alone', async () => {
  await ask(sheaf.page, 'settings.set', { colourNames: { yellow: 'claim' } });
  await sheaf.page.locator('.list').focus();
  await keys('Home', 's');
  await sheaf.page.locator('.stream-current .abstract-text').waitFor();
  const first = await inStream();
  await keys('j');
  await until(inStream, (id) => id !== null && id !== first);
  const id = await inStream();
  await sheaf.page.locator('.stream-current .abstract-text').waitFor();
  const before = await marksOf(id);
  const notes = (await ask(sheaf.page, 'papers.get', { id })).notes.length;
  await keys(']', ']', 'Shift+Q');
  const marks = await until(() => marksOf(id), (now) => now.length === before.length + 1);
  const made = marks.find(({ id: one }) => !before.some((old) => old.id === one));
  const detail = await until(() => ask(sheaf.page, 'papers.get', { id }), (now) => now.notes.some(({ markdown }) => markdown.includes(`/${made?.id ?? '?'})`)));
  expect(detail.notes.length).toBe(Math.max(1, notes));
  await keys('q');
  const words = made?.selector.exact ?? '';
  await until(text, (copied) => copied.startsWith(`“${words}”`) && copied.endsWith(`sheaf://open/${detail.paper.citationKey}/${made?.id ?? '?'}`));
  await keys('m');
  await sheaf.page.locator('.stream-current .mark-popover .comment-box:focus').waitFor();
  await expect(sheaf.page.locator('.mark-popover .mark-dot').first().getAttribute('aria-label')).resolves.toBe('claim');
  await sheaf.page.keyboard.type('to be checked');
  await keys('Control+Enter');
  await until(() => marksOf(id), (now) => now.some(({ comment }) => comment === 'to be checked'));
  expect(await violations(sheaf.page)).toEqual([]);
  await keys('Alt+t');
  await sheaf.page.getByRole('slider', { name: 'Text size' }).waitFor();
  await keys('Escape');
});

it('keeps a mark whose words are gone, and shows it with its quote below the new abstract; when they come back, it is on them again', async () => {
  const id = await inStream();
  const detail = await ask(sheaf.page, 'papers.get', { id });
  const quote = detail.annotations.find(({ comment }) => comment === 'to be checked')?.selector.exact ?? '';
  const abstract = (text: string) => ask(sheaf.page, 'command.run', { name: 'paper.edit', input: { paper: id, set: { 'item.abstract': text } } });
  await abstract('Something quite other than before.');
  await sheaf.page.locator('.stream-current .abstract-orphans', { hasText: quote }).waitFor();
  expect(await violations(sheaf.page)).toEqual([]);
  await abstract(`Words before it, new ones. ${detail.paper.item.abstract ?? ''}`);
  await sheaf.page.locator('.stream-current .abstract-orphans').waitFor({ state: 'detached' });
  await until(() => sheaf.page.locator('.stream-current mark.mark-said').allTextContents(), ([begins = '']) => begins !== '' && quote.startsWith(begins));
  await keys('s');
  await sheaf.page.locator('.list').waitFor();
});

it('puts two abstracts side by side, with the terms they share and one note over both, which takes quotes of either', async () => {
  await sheaf.page.locator('.list').focus();
  await keys('Home', 'Shift+ArrowDown', 'Shift+C');
  await sheaf.page.locator('.compare-column .shared-term').first().waitFor();
  expect(await sheaf.page.locator('.compare-column').count()).toBe(2);
  const shared = await sheaf.page.locator('.compare-column').evaluateAll((columns) => columns.map((column) => [...new Set([...column.querySelectorAll('.shared-term')].map((term) => (term.textContent ?? '').toLowerCase().replace(/s$/, '')))].sort().join(' ')));
  expect(shared[0]).toBe(shared[1]);
  await keys('n');
  await sheaf.page.locator('.compare-note .cm-content:focus').waitFor();
  await sheaf.page.keyboard.type('Both of them.');
  await sheaf.page.locator('.compare-note .note-saved').waitFor();
  const over = await until(async () => (await ask(sheaf.page, 'notes.list', {})).notes.find(({ paper }) => paper === null)?.id, (id) => id !== undefined);
  await until(async () => (await ask(sheaf.page, 'notes.get', { id: over })).note.markdown, (markdown) => markdown.includes('Both of them.'));
  await keys('Escape');
  await keys('ArrowRight', ']', 'Shift+Q');
  await until(async () => (await ask(sheaf.page, 'notes.get', { id: over })).note.markdown, (markdown) => /Both of them\.[^]*> .+ \[@\w+\] \[↗\]\(sheaf:/.test(markdown));
  await sheaf.page.locator('.compare-note blockquote, .compare-note .cm-content', { hasText: '↗' }).waitFor();
  expect(await violations(sheaf.page)).toEqual([]);
  await keys('Escape', 'Escape');
  await sheaf.page.locator('.list').waitFor();
});
