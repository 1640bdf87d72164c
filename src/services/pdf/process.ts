import '../pdf-text/no-canvas.ts';
import { Console } from 'node:console';
import { text } from 'node:stream/consumers';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { sayText } from '../pdf-text/say-text.ts';
import { PdfJob } from './job.ts';
import { doJob } from './do-job.ts';

/** Electron's port to who started this process; plain Node has none and is spoken to over its standard streams. */
interface ParentPort { postMessage(message: unknown): void; once(event: 'message', listener: (event: { data: unknown }) => void): void }
const { parentPort } = process as unknown as { parentPort?: ParentPort };

// pdf.js would look for its worker in a file beside it; and stdout is for the answer.
Object.assign(globalThis, { pdfjsWorker: pdfWorker, console: new Console(process.stderr) });

/** What stands after `--text`: the file whose text is to be said, and from which page to which. */
const asked = process.argv.indexOf('--text');

/** The program of dist/pdf: a PDF is untrusted, so it is read and written here, with limits, and never where the library is. */
if (asked >= 0) void sayText(process.argv.slice(asked + 1)).then(() => process.exit(0), () => process.exit(1));
else if (parentPort === undefined) void text(process.stdin).then(async (input) => { process.stdout.write(JSON.stringify(await doJob(PdfJob.parse(JSON.parse(input)))), () => { process.exit(0); }); });
else parentPort.once('message', ({ data }) => { void doJob(PdfJob.parse(data)).then((answer) => { parentPort.postMessage(answer); }); });
