import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/formats/reference-list/reference.ts';

describe('Where the names of a printed reference end', () => {
  it.each([
    ['Ishikawa K. Survival and morbidity after diagnosis. Am J Cardiol 1981; 47:1026-1032.', 'Survival and morbidity after diagnosis'],
    ['A. C. Yao. The entropic limitations on VLSI computations. In Proceedings of the ACM, pages 308-311, May 1981.', 'The entropic limitations on VLSI computations'],
    ['Topilow HW. Posterior internuclear ophthalmoplegia of Lutz. Ann Ophthalmol 1981; 13:221-226.', 'Posterior internuclear ophthalmoplegia of Lutz'],
    ['周兵, 周杰. 灼口湯治療陰虛型灼口綜合征觀察. 臨床口腔医學雜誌. 2012;28(4):217-8.', '灼口湯治療陰虛型灼口綜合征觀察'],
  ])('%s', (raw, title) => { expect(referenceOf(raw).title).toBe(title); });
});
