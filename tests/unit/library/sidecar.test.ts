import { describe, expect, it } from 'vitest';
import { SIDECAR_HEAD, sidecarName, sidecarText } from '../../../src/library/sidecar.ts';
import type { Annotation } from '../../../src/model/annotation.ts';

const mark = (id: string, page: number, top: number, more: Partial<Annotation>): Annotation => ({
  id, paper: 'P', target: { type: 'pdf', attachment: 'F', page, quads: [[72, top, 200, top, 72, top - 12, 200, top - 12]] }, selector: { exact: 'Words', prefix: '', suffix: '', start: 0, end: 5 },
  kind: 'highlight', colour: 'yellow', comment: '', tags: [], added: '2026-01-01T00:00:00.000Z', changed: '2026-01-02T00:00:00.000Z', ...more,
});

describe('the sidecar of a PDF', () => {
  it('has the marks in the order of its pages, each with its words, comment, tags and link', () => {
    const marks = [mark('C', 4, 700, { kind: 'note', comment: 'See also *this*', selector: { exact: '', prefix: '', suffix: '', start: 0, end: 0 } }), mark('B', 2, 300, { tags: ['T'], colour: 'blue' }), mark('A', 2, 600, { selector: { exact: 'over the end\nof a line', prefix: '', suffix: '', start: 0, end: 20 } })];
    expect(sidecarText({ item: { type: 'article', title: 'On "Growth"', DOI: '10.1/x' }, citationKey: 'thompson1917growth' }, 'Thompson 1917.pdf', marks, () => 'to cite')).toBe(`---
sheaf: marks
title: "On \\"Growth\\""
citation-key: "thompson1917growth"
doi: "10.1/x"
file: "Thompson 1917.pdf"
marks: 3
---

# On "Growth"

## Page 2

> over the end of a line

yellow highlight · 2026-01-02 · [open](sheaf://open/thompson1917growth/A)

> Words

blue highlight · #to-cite · 2026-01-02 · [open](sheaf://open/thompson1917growth/B)

## Page 4

See also *this*

yellow note · 2026-01-02 · [open](sheaf://open/thompson1917growth/C)
`);
  });

  it('lies beside the PDF under its name', () => {
    expect(sidecarName('Thompson 1917.PDF')).toBe('Thompson 1917.marks.md');
    expect(SIDECAR_HEAD.startsWith('---\n')).toBe(true);
  });
});
