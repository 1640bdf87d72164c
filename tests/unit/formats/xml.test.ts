import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/formats/formats.ts';

describe('XML', () => {
  const endnote = FORMATS.find(({ name }) => name === 'endnote-xml');

  it('expands no entities of a DTD', () => {
    const bomb = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><xml><records><record><ref-type name="Book">6</ref-type><titles><title>T &b; &f;</title></titles></record></records></xml>';
    expect(endnote?.read?.(bomb).drafts[0]?.item.title).toBe('T &b; &f;');
  });

  it('survives elements nested without end', () => {
    expect(endnote?.read?.(`<xml><records><record>${'<a>'.repeat(50_000)}`).drafts).toHaveLength(1);
  });
});
