import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeClock } from '../../../../src/services/library/clock.ts';
import type { GroupHead } from '../../../../src/services/library/group.ts';
import type { Change } from '../../../../src/model/change.ts';
import { decodeLine, encodeLine } from '../../../../src/services/library/line.ts';
import { encodeGroup, readMentions, readSegment } from '../../../../src/services/library/segment.ts';
import { encodeRecord } from '../../../../src/services/library/shard.ts';
import { idOf, paperOf, put, retitle } from '../../../helpers/library-workbench.ts';

const head = (id: string): GroupHead => ({ id, name: 'n', label: 'l', hlc: '00000000000001', at: 'x' });

describe('a line of the journal', () => {
  it('comes back as it was written, and not at all when any byte of it was changed', () => {
    fc.assert(fc.property(fc.string(), fc.nat(), fc.integer({ min: 1, max: 255 }), (title, place, flip) => {
      const line = Buffer.from(encodeLine({ change: put(1, title) })).subarray(0, -1);
      expect(decodeLine(line)).toMatchObject({ change: put(1, title) });
      const at = place % line.length;
      line[at] = (line[at] ?? 0) ^ flip;
      expect(decodeLine(line)).toBe(null);
    }));
  });
});

describe('a segment', () => {
  const groups = [encodeGroup(head('a'), [put(1), put(2)]), encodeGroup(head('b'), [retitle(1, 'Paper 1', ',"begin":{"id":"x"}')]), encodeGroup(head('c'), [put(3)])].map((pieces) => Buffer.concat(pieces));
  const bytes = Buffer.concat(groups);

  it('cut anywhere gives the groups that are whole, and says where they end', () => {
    for (let length = 0; length <= bytes.length; length++) {
      const segment = readSegment(bytes.subarray(0, length), 'm', 1);
      const ends = groups.map((_, nth) => Buffer.concat(groups.slice(0, nth + 1)).length).filter((end) => end <= length);
      expect([segment.groups.length, segment.end, segment.damage]).toEqual([ends.length, ends.at(-1) ?? 0, []]);
    }
  });

  it('gives the mentions of a paper without the rest', () => {
    expect(readMentions(bytes, 'm', 1, [idOf(1)]).map((group) => [group.head.id, group.changes])).toEqual([['a', [put(1)]], ['b', [retitle(1, 'Paper 1', ',"begin":{"id":"x"}')]]]);
    const whole = readSegment(bytes, 'm', 1).groups[1];
    expect(readMentions(bytes, 'm', 1, [idOf(1)])[1]?.place).toEqual(whole?.place);
  });
});

describe('the clock', () => {
  it('only goes forward, whatever the wall clock does and whatever it hears', () => {
    fc.assert(fc.property(fc.array(fc.record({ wall: fc.nat(5), hear: fc.option(fc.nat(9)) })), (steps) => {
      let wall = 0;
      const clock = makeClock(() => wall);
      let last = clock.tick();
      for (const step of steps) {
        wall = step.wall;
        const heard = step.hear === null ? '' : makeClock(() => step.hear ?? 0).tick();
        if (heard) clock.hear(heard);
        const now = clock.tick();
        expect(now > last && now > heard).toBe(true);
        last = now;
      }
    }));
  });
});

describe('a record as text', () => {
  it('does not depend on the order in which its fields came', () => {
    const paper = paperOf(1);
    const shuffled = { ...Object.fromEntries(Object.entries(paper).reverse()), item: Object.fromEntries(Object.entries(paper.item).reverse()) };
    expect(encodeRecord('paper', shuffled)).toBe(encodeRecord('paper', paper));
    expect(JSON.parse(encodeRecord('paper', shuffled))).toEqual(paper);
  });

  it('is JSON whatever long texts hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 90, maxLength: 130 }), fc.constantFrom('', '"', '\\', '\n', '\u0000', '\ud800', '\u{1f600}'), (text, sign) => {
      const paper = { ...paperOf(1), item: { type: 'book' as const, abstract: text + sign, 'an "odd" one': text } };
      expect(JSON.parse(encodeRecord('paper', paper))).toEqual(paper);
      expect(encodeRecord('paper', paper)).toContain(JSON.stringify(text + sign));
    }));
  });
});

describe('the lines of new records', () => {
  it('are what the files of the library get, but where a record has a key that this Sheaf does not know', () => {
    const changes: Change[] = [put(1, `Längst ${'長'.repeat(400_000)}`), { op: 'put', table: 'paper', id: idOf(2), record: { ...paperOf(2), later: 'kept' } }, put(3)];
    const encoded = new Map<object, Buffer>();
    const bytes = Buffer.concat(encodeGroup(head('a'), changes, encoded));
    expect(readSegment(bytes, 'm', 1).groups[0]?.changes).toEqual(changes);
    const lines = [...encoded].map(([record, line]) => [record, JSON.parse(line.toString('utf8'))] as [unknown, unknown]);
    expect(lines).toHaveLength(2);
    for (const [record, read] of lines) expect(read).toEqual(record);
  });
});
