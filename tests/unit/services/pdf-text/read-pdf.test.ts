import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfText, readPdf } from '../../../../src/services/pdf-text/read-pdf.ts';

let app: string;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'sheaf-pdf-text-'));
  await mkdir(join(app, 'pdf'));
});
afterAll(() => rm(app, { recursive: true, force: true }));

const FACTS = { pages: 2, labels: null, outline: 0, title: '' };
const page = (number: number) => ({ is: 'page', page: { page: number, text: `page ${String(number)}`, annotations: {} } });

/** What is read through a child that runs this code, with little of everything. */
async function through(code: string): ReturnType<typeof pdfText> {
  await writeFile(join(app, 'pdf', 'pdf.cjs'), `const say = (value) => console.log(JSON.stringify(value));\n${code}`);
  return pdfText({ app, file: 'any.pdf', limits: { memory: 64, silence: 1500 } });
}

const opened = `say(${JSON.stringify({ is: 'opened', facts: FACTS })});`;

describe('reading a PDF in a process of its own', () => {
  it('gives what the process says', async () => {
    expect(await through(`${opened} say(${JSON.stringify(page(1))}); say(${JSON.stringify(page(2))}); say({ is: 'end' });`)).toEqual({ ok: true, value: { ...FACTS, read: [page(1).page, page(2).page] } });
  });
  it('stops one that falls silent', async () => {
    expect(await through(`${opened} for (;;) {}`)).toMatchObject({ ok: false, trouble: 'too-much' });
  });
  it('is told by one that dies', async () => {
    expect(await through(`${opened} process.abort();`)).toMatchObject({ ok: false, trouble: 'too-much' });
  });
  it('outlives one that takes all memory it gets', async () => {
    expect(await through(`${opened} const kept = []; for (;;) kept.push(new Array(1e5).fill('x'));`)).toMatchObject({ ok: false, trouble: 'too-much' });
  });
  it('hears nothing that does not fit', async () => {
    expect(await through("say({ is: 'page', page: { page: 'one' } });")).toMatchObject({ ok: false, trouble: 'too-much' });
    expect(await through(`${opened} process.stdout.write('{"is":"page","page":{"pa');`)).toMatchObject({ ok: false, trouble: 'too-much' });
  });
  it('ends the process when nobody listens any longer', async () => {
    await writeFile(join(app, 'pdf', 'pdf.cjs'), `console.log(${JSON.stringify(JSON.stringify({ is: 'opened', facts: { ...FACTS, title: 'x' } }))}); console.log(JSON.stringify({ is: 'page', page: { page: process.pid, text: '', annotations: {} } })); setInterval(() => {}, 1000);`);
    let child = 0;
    for await (const said of readPdf({ app, file: 'any.pdf' })) if (said.is === 'page') { child = said.page.page; break; }
    expect(child).toBeGreaterThan(0);
    await expect.poll(() => { try { return process.kill(child, 0); } catch { return false; } }).toBe(false);
  });
});
