import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../helpers/ask.ts';
import { violations } from '../helpers/axe.ts';
import { readClipboard } from '../helpers/clipboard.ts';
import { chooseInDialogs } from '../helpers/dialogs.ts';
import { launchSheaf, type Launched } from '../helpers/launch.ts';
import { until } from '../helpers/until.ts';

/** Notes: written as they will read, found again from the papers they name. */
let sheaf: Launched;
let folder: string;
let paper = '';
const page = () => sheaf.page;
const editor = () => page().locator('.note-editor .cm-content');
const saved = () => page().locator('.note-editor .note-saved').waitFor();
const notesOf = async (id: string): Promise<string[]> => (await ask(page(), 'papers.get', { id })).notes.map(({ markdown }) => markdown);

const show = async (key: string, title: string): Promise<void> => {
  await sheaf.app.evaluate(({ app }, link) => { app.emit('open-url', { preventDefault: () => undefined }, link); }, `sheaf://open/${key}`);
  await page().getByRole('heading', { level: 1, name: title }).waitFor();
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-notes-'));
  sheaf = await launchSheaf({ userData: join(folder, 'settings'), env: { HOME: folder } });
  page().setDefaultTimeout(10_000);
  await ask(page(), 'library.create', { example: true });
  const [found] = await ask(page(), 'papers.find', { names: ['shannon1948mathematical'] });
  paper = found?.ids[0] ?? '';
  await page().locator(`#row-${paper}`).click();
  await page().getByRole('heading', { level: 1, name: 'A Mathematical Theory of Communication' }).waitFor();
});
afterAll(async () => {
  await sheaf.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a note', () => {
  it('is written by keys alone, shown as it will read but for the line of the cursor, and kept', async () => {
    await page().keyboard.press('n');
    await editor().waitFor();
    await page().keyboard.insertText('# Claims\n\n- [ ] read *all* of it\n- second\n\nAnd $x^2$ here.');
    await page().locator('.cm-line', { hasText: 'And $x^2$ here.' }).waitFor();
    await page().keyboard.press('Control+Home');
    await page().locator('.cm-line .katex').waitFor();
    expect(await page().locator('.cm-heading-1').textContent()).toBe('# Claims');
    expect(await page().locator('.cm-line', { hasText: 'read all of it' }).locator('input').isChecked()).toBe(false);
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('Control+Enter');
    await saved();
    expect(await notesOf(paper)).toEqual(['# Claims\n\n- [x] read *all* of it\n- second\n\nAnd $x^2$ here.']);
  });

  it('offers papers after [[ and [@, by key, author or title', async () => {
    await page().keyboard.press('Control+End');
    await page().keyboard.type('\n\nSee [[attention');
    await page().locator('.cm-tooltip-autocomplete li', { hasText: 'vaswani2017attention' }).click();
    await page().keyboard.type(' and [@turing');
    await page().locator('.cm-tooltip-autocomplete li', { hasText: 'turing1950' }).click();
    await until(() => notesOf(paper), ([text]) => /See \[\[vaswani2017attention\]\] and \[@turing1950\w*\]$/.test(text ?? ''));
    await page().keyboard.press('Escape');
    await page().locator('.note-card .cite-link').first().waitFor();
  });

  it('leads to the paper it names, which says where it is mentioned; a box is ticked without opening the editor', async () => {
    await page().locator('.note-card input').click();
    await until(() => notesOf(paper), ([text]) => text?.includes('- [ ] read') ?? false);
    await page().locator('.note-card .cite-link', { hasText: 'vaswani2017attention' }).click();
    await page().getByRole('heading', { level: 1, name: 'Attention Is All You Need' }).waitFor();
    await page().locator('.mention', { hasText: 'Claims' }).click();
    await page().locator('.note-page .cm-heading-1', { hasText: 'Claims' }).waitFor();
    expect(await page().locator('.notes-list [aria-selected=true]').textContent()).toContain('A Mathematical Theory');
  });

  it('is written when its paper is left in the middle of a word', async () => {
    await show('kingma2015adam', 'Adam');
    const [found] = await ask(page(), 'papers.find', { names: ['kingma2015adam'] });
    await page().keyboard.press('n');
    await editor().waitFor();
    await page().keyboard.type('Unfinished wor');
    await page().locator(`#row-${paper}`).click();
    await page().getByRole('heading', { level: 1, name: 'A Mathematical Theory' }).waitFor();
    await until(() => notesOf(found?.ids[0] ?? ''), (notes) => notes[0] === 'Unfinished wor');
  });

  it('that is taken away while it is written keeps the words, as a note anew', async () => {
    await page().keyboard.press('n');
    await editor().waitFor();
    await page().keyboard.type('Begun');
    await saved();
    const { notes: [note] } = await ask(page(), 'papers.get', { id: paper });
    // In one turn of the window, so that the words are there before it has heard that their note is gone.
    await page().evaluate(`document.execCommand('insertText', false, ', and gone on'); window.sheaf.call('command.run', ${JSON.stringify({ name: 'note.delete', input: { note: note?.id } })})`);
    await until(() => notesOf(paper), ([text]) => text?.includes(', and gone on') ?? false);
    await page().getByText('a note of its own now').waitFor();
  });

  it('stands alone, is found by its words, and goes with one undo', async () => {
    await page().keyboard.press('Control+Shift+N');
    await page().locator('.note-page .note-of', { hasText: 'Stands alone' }).waitFor();
    await editor().waitFor();
    await until(() => page().evaluate('document.activeElement?.classList.contains("cm-content")'), Boolean);
    await page().keyboard.insertText('# Zeugma\n\nRead [[shannon1948mathematical]] again.');
    await saved();
    await page().keyboard.press('Escape');
    await page().locator('.notes-list:focus-within, .notes-list:focus').waitFor();
    await page().keyboard.press('/');
    await page().keyboard.type('zeugma');
    await until(() => page().locator('.note-line').count(), (count) => count === 1);
    expect(await violations(page())).toEqual([]);
    expect(await ask(page(), 'notes.mentions', { id: paper })).toHaveLength(1);
    await page().keyboard.press('Escape');
    await page().getByRole('button', { name: 'Delete note' }).click();
    await until(() => ask(page(), 'notes.list', {}), ({ notes }) => notes.every(({ title }) => title !== 'Zeugma'));
    await page().getByRole('button', { name: 'Undo' }).click();
    await until(() => ask(page(), 'notes.list', {}), ({ notes }) => notes.some(({ title }) => title === 'Zeugma'));
  });
});

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const markOf = async (id: string) => (await ask(page(), 'papers.get', { id })).annotations[0];

describe('quotations', () => {
  it('become a note by one key, each with its citation and a link to the very words', async () => {
    const [found] = await ask(page(), 'papers.find', { names: ['he2016deep'] });
    const id = found?.ids[0] ?? '';
    await show('he2016deep', 'Deep Residual Learning');
    await page().keyboard.press(']');
    await page().locator('.sentence-focus').first().waitFor();
    await page().keyboard.press('h');
    const mark = await until(() => markOf(id), (one) => one !== undefined);
    await page().locator('.mark-card').first().waitFor();
    await page().keyboard.press('Shift+N');
    const [note] = await until(() => notesOf(id), (notes) => notes.length === 1);
    expect(note).toContain(`[@he2016deep] [↗](sheaf://open/he2016deep/${mark?.id ?? ''})`);
    expect(note?.match(/^> (.{20})/m)?.[1]).toBe(mark?.selector.exact.slice(0, 20));
    await editor().waitFor();
    await page().keyboard.press('Escape');
    await show('shannon1948mathematical', 'A Mathematical Theory');
    await sheaf.app.evaluate(({ app }, link) => { app.emit('open-url', { preventDefault: () => undefined }, link); }, `sheaf://open/he2016deep/${mark?.id ?? ''}`);
    await page().locator(`.abstract-text mark.mark-open[data-marks~="${mark?.id ?? ''}"]`).first().waitFor();
    await page().keyboard.press('Escape');
    await page().getByRole('button', { name: 'Copy quote' }).click();
    await until(async () => (await readClipboard(sheaf.app)).text, (text) => text.startsWith('> ') && text.includes(`sheaf://open/he2016deep/${mark?.id ?? ''}`));
  });
});

describe('an image in a note', () => {
  it('that is pasted is kept in the library folder, once, and shown', async () => {
    await page().keyboard.press('Control+Shift+N');
    await page().locator('.note-page .note-of', { hasText: 'Stands alone' }).waitFor();
    await editor().waitFor();
    const paste = `(() => {
      const bytes = Uint8Array.from(atob('${PIXEL}'), (one) => one.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'a figure.png', { type: 'image/png' }));
      document.querySelector('.note-page .cm-content').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`;
    await editor().click();
    await page().evaluate(paste);
    await page().locator('.note-page .cm-line', { hasText: '![a figure](files/images/' }).waitFor();
    await page().keyboard.insertText('\n\n');
    await page().evaluate(paste);
    await until(() => page().locator('.note-page .cm-content').textContent(), (text) => text?.includes('![a figure]') ?? false);
    await page().keyboard.insertText('\n\nend');
    await until(() => page().evaluate<number[]>('[...document.querySelectorAll(".note-page .cm-set img")].map((one) => one.naturalWidth)'), (widths) => widths.length === 2 && widths.every((width) => width === 1));
    const { library } = await ask(page(), 'library.overview', {});
    expect(await readdir(join(library.folder, 'files/images'))).toHaveLength(1);
    expect((await page().evaluate<number>('fetch("/image/..%2f..%2flibrary.json").then(({ status }) => status)'))).toBe(404);
  });
});

describe('templates', () => {
  it('are edited in the settings and used at once', async () => {
    await page().keyboard.press('Control+,');
    await page().getByLabel('Text of the template Questions to answer').fill('# Mine: {{year}} {{citekey}}');
    await page().keyboard.press('Tab');
    await until(() => ask(page(), 'settings.get', {}), ({ noteTemplates }) => noteTemplates.some(({ markdown }) => markdown.startsWith('# Mine')));
    expect((await violations(page())).filter((one) => /template/i.test(one))).toEqual([]);
    await show('kingma2015adam', 'Adam');
    await page().getByRole('button', { name: 'New note from a template' }).click();
    await page().getByRole('menuitem', { name: 'Questions to answer' }).click();
    await page().locator('.note-editor .cm-heading-1', { hasText: 'Mine: 2015 kingma2015adam' }).waitFor();
  });
});

describe('a hostile note', () => {
  it('is shown harmless, read and written', async () => {
    const [found] = await ask(page(), 'papers.find', { names: ['turing1950computing'] });
    const markdown = '<img src=x onerror="window.harm=1"> <script>window.harm=1</script> [a](javascript:window.harm=1) ![b](javascript:window.harm=1) ![c](https://evil.example/x.png) ![d](files/images/../../library.json) $\\href{javascript:window.harm=1}{x}$ [[\"><img src=x onerror=window.harm=1>]] [e](sheaf://delete/all)\n\n| a |\n|---|\n| <img src=x onerror="window.harm=1"> |\n\nend';
    await ask(page(), 'command.run', { name: 'note.write', input: { paper: found?.ids[0], markdown } });
    await show('turing1950computing', 'Computing Machinery');
    await page().locator('.note-card .note-text table').waitFor();
    const acting = '[...document.querySelectorAll(".note-text *, .cm-content *")].filter((one) => !one.matches(".cm-widgetBuffer") && (/^(IMG|SCRIPT|IFRAME)$/.test(one.tagName) || [...one.attributes].some(({ name, value }) => /^on/.test(name) || (name === "href" && !/^(https?:|#|sheaf:..open)/.test(value))))).length';
    expect(await page().evaluate(acting)).toBe(0);
    await page().locator('.note-card').dblclick();
    await page().locator('.cm-set-block table').waitFor();
    expect(await page().evaluate(acting)).toBe(0);
    expect(await page().evaluate('window.harm')).toBeUndefined();
    await page().keyboard.press('Escape');
  });
});

describe('a mirror of the notes', () => {
  it('is a folder of Markdown files chosen in the settings; edits there come back at once, and the library’s go there', async () => {
    const vault = join(folder, 'vault');
    await mkdir(vault);
    await chooseInDialogs(sheaf.app, vault);
    await page().keyboard.press('Control+,');
    await page().getByRole('button', { name: 'Choose a folder…' }).click();
    await page().getByRole('button', { name: 'Stop mirroring' }).waitFor();
    const file = join(vault, 'shannon1948mathematical.md');
    const text = await until(() => readFile(file, 'utf8').catch(() => ''), (written) => written !== '');
    expect(text).toMatch(/^---\ntitle: "A Mathematical Theory of Communication"\n[\s\S]*citekey: "shannon1948mathematical"\n[\s\S]*---\n\n# Claims/);
    await writeFile(file, text.replace('# Claims', '# Claims, seen from the vault'));
    await until(() => notesOf(paper), ([note]) => note?.startsWith('# Claims, seen from the vault') ?? false);
    const { notes: [note] } = await ask(page(), 'papers.get', { id: paper });
    await ask(page(), 'command.run', { name: 'note.write', input: { note: note?.id, markdown: 'From the window.' } });
    await until(() => readFile(file, 'utf8'), (now) => now.endsWith('---\n\nFrom the window.\n'));
    await page().getByRole('button', { name: 'Stop mirroring' }).click();
    await page().getByRole('button', { name: 'Choose a folder…' }).waitFor();
  });
});
