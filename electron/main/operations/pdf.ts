import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { app, dialog } from 'electron';
import { Failure } from '../../../src/contract/errors.ts';
import { copyName, writeMarkedCopy } from '../../../src/services/pdf/marked-copy.ts';
import { takeOver } from '../../../src/services/pdf/take-over.ts';
import type { Context } from '../context.ts';
import { runPdfJob } from '../pdf-job.ts';
import type { MainOperations } from '../router.ts';

/** What is done with the PDFs themselves, which only a process of its own opens. */
export function pdfOperations(context: Context): Pick<MainOperations, 'pdf.takeOver' | 'pdf.write'> {
  const marked = async (attachment: string) => {
    const found = await context.library.call('pdf.marked', { attachment });
    if (!found.ok) throw new Failure(found.error);
    return found.value;
  };
  return {
    'pdf.takeOver': async ({ attachment, password }) => {
      const taken = await takeOver(runPdfJob, await marked(attachment), attachment, (run) => context.library.call('command.run', run), password);
      if (!taken.ok) throw new Failure(taken.error);
      return taken.value;
    },
    'pdf.write': async ({ attachment }) => {
      const pdf = await marked(attachment);
      const to = await chooseTarget(context, copyName(pdf.name));
      if (to === undefined) return null;
      const written = await writeMarkedCopy(runPdfJob, pdf, attachment, to, userInfo().username);
      if (!written.ok) throw new Failure(written.error);
      return written.value;
    },
  };
}

/** Beside where files were saved last; scripts and journeys name the file by SHEAF_EXPORT_TO instead. */
async function chooseTarget(context: Context, name: string): Promise<string | undefined> {
  const named = process.env['SHEAF_EXPORT_TO'];
  if (named) return join(dirname(named), name);
  const window = context.window();
  const options = { defaultPath: join(app.getPath('documents'), name), filters: [{ name: 'PDF', extensions: ['pdf'] }] };
  const { filePath } = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  return filePath || undefined;
}
