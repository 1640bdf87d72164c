import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PdfPlace } from '../../../src/contract/pdf-place.ts';
import { openPdfPlaces } from '../../../src/services/pdf-places.ts';

const place = (page: number): PdfPlace => ({ page, left: 0, top: 700.5, scale: 'page-width', rotation: 90, two: true });
const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'sheaf-places-')), 'pdf-places.json');

describe('the places where reading stopped', () => {
  it('are there again after a restart', async () => {
    const file = fresh();
    const places = openPdfPlaces(file);
    await Promise.all([places.keep('a', place(3)), places.keep('b', place(4)), places.keep('a', place(5))]);
    const again = openPdfPlaces(file);
    expect([await again.of('a'), await again.of('b'), await again.of('c')]).toEqual([place(5), place(4), null]);
  });
  it('are of the 2000 files read last', async () => {
    const places = openPdfPlaces(fresh());
    await Promise.all(Array.from({ length: 2001 }, (_, n) => places.keep(`file ${String(n)}`, place(1))));
    expect([await places.of('file 0'), await places.of('file 1')]).toEqual([null, place(1)]);
  }, 60_000);
  it('of a damaged file are none, and new ones are kept', async () => {
    const file = fresh();
    writeFileSync(file, '[["a", {"page": -1}]]');
    const places = openPdfPlaces(file);
    expect(await places.of('a')).toBeNull();
    await places.keep('a', place(2));
    expect(await openPdfPlaces(file).of('a')).toEqual(place(2));
  });
});
