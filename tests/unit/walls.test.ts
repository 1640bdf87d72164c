import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const eslint = new ESLint({ cwd: root, overrideConfigFile: `${root}.config/eslint.config.mjs` });
const complaints = async (filePath: string, code: string): Promise<(string | null)[]> => (await eslint.lintText(code, { filePath: `${root}${filePath}` })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

describe('the walls between the rooms', () => {
  it.each([
    ['src/model/paper.ts', '../library/state.ts'], ['src/library/run.ts', '../services/places.ts'], ['src/services/places.ts', '../../electron/main/main.ts'],
    ['electron/main/main.ts', '../../renderer/app.tsx'], ['renderer/app.tsx', '../electron/main/main.ts'], ['renderer/app.tsx', '../src/services/places.ts'], ['renderer/ui/Button.tsx', '../stores/view.ts'],
    ['renderer/features/notes/Notes.tsx', '../files/epub/archive.ts'], ['renderer/layout.tsx', './features/triage/triage.tsx'], ['renderer/stores/view.ts', '../features/notes/index.ts'],
  ])('%s may not import %s', async (from, source) => { expect(await complaints(from, `export * from '${source}';\n`)).toContain('sheaf/walls'); });
  it.each([['src/library/run.ts', '../model/id.ts'], ['src/services/places.ts', '../library/state.ts'], ['renderer/app.tsx', '../src/contract/contract.ts'],
    ['renderer/features/notes/Notes.tsx', '../files/index.ts'], ['renderer/features/notes/Notes.tsx', './editor/editor.ts'], ['tests/unit/renderer/find.test.ts', '../../../renderer/features/settings/find.ts'],
  ])('%s may import %s', async (from, source) => {
    expect(await complaints(from, `export * from '${source}';\n`)).toEqual([]);
  });
  it('keeps Node out of pure rooms and windows, Electron in electron/, the bridge in renderer/client', async () => {
    expect(await complaints('src/library/run.ts', "export * from 'node:fs';\n")).toContain('no-restricted-imports');
    expect(await complaints('src/services/places.ts', "export * from 'electron';\n")).toContain('no-restricted-imports');
    expect(await complaints('renderer/app.tsx', 'export const bridge = window.sheaf;\n')).toContain('no-restricted-syntax');
  });
});

describe('words that people see', () => {
  it.each(['export const a = <p>Hello</p>;', "export const a = <p>{'Hello'}</p>;", 'export const a = <input placeholder="Search" />;', 'export const a = <button aria-label="Close">×</button>;'])('stand in the catalogue: %s', async (code) => {
    expect(await complaints('renderer/app.tsx', `${code}\n`)).toContain('sheaf/words');
  });
  it('are not taken for those that only the program reads', async () => { expect(await complaints('renderer/app.tsx', 'export const a = <div className="list row" role="list" data-keys="list">· ×</div>;\n')).toEqual([]); });
});
