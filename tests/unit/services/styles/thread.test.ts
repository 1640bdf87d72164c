import { beforeAll, expect, it } from 'vitest';
import { Cite } from '../../../../src/citation/cite.ts';
import { typeset, typesetHere, typesetIn } from '../../../../src/services/styles/typeset.ts';
import { generatePapers } from '../../../helpers/generate-papers.ts';
import { buildTypesetting } from '../../../helpers/run-cli.ts';

const papers = generatePapers(300).map((item, n) => ({ id: `P${String(n)}`, item }));
beforeAll(async () => { typesetIn(await buildTypesetting()); }, 60_000);

it('sets references in a thread as it would here, and this process goes on meanwhile', async () => {
  let turns = 0;
  const clock = setInterval(() => { turns++; }, 5);
  const order = { style: 'apa', locale: 'en-US', papers };
  const there = await typeset(order);
  clearInterval(clock);
  expect(turns).toBeGreaterThan(10);
  expect(there).toEqual(await typesetHere(order));
  expect(there.ok && there.value.text.split('\n')).toHaveLength(300);
});

it('answers several orders, each with its own', async () => {
  const one = papers.slice(0, 1);
  const [references, citation, unknown, foreign] = await Promise.all([
    typeset({ style: 'apa', locale: 'en-US', papers: one, only: 'text' }), typeset({ style: 'apa', locale: 'en-US', papers: one, cites: [Cite.parse({ id: 'P0', key: 'x', locator: '7' })] }),
    typeset({ style: 'apaa', locale: 'en-US', papers: one }), typeset({ style: 'apa', locale: 'xx-YY', papers: one }),
  ]);
  expect(references).toMatchObject({ ok: true, value: { html: '', count: 1 } });
  expect(citation.ok && citation.value.text).toMatch(/^\(.*, p\. 7\)$/);
  expect(unknown).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(foreign).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
