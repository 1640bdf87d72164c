import type { ElectronApplication } from 'playwright-core';

/** What a person would choose in the system's dialogs from now on: Playwright cannot press their buttons. Null is Cancel. */
export async function chooseInDialogs(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}
