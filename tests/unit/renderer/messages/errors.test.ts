import { describe, expect, it } from 'vitest';
import { tError } from '../../../../renderer/messages/messages.ts';

describe('an error in words', () => {
  it('is the catalogue’s sentence for its reason, with the values of its details', () => {
    expect(tError({ code: 'conflict', message: 'from the engine', details: { reason: 'key-taken', key: 'he2016deep' } })).toBe('Another paper has the citation key he2016deep.');
    expect(tError({ code: 'not-found', message: 'from the engine', details: { table: 'paper', id: 'x' } })).toBe('That paper is no longer in the library.');
  });
  it('is what the engine says where the catalogue has nothing as exact, or a value is missing', () => {
    expect(tError({ code: 'network', message: 'example.org answered 503.' })).toBe('example.org answered 503.');
    expect(tError({ code: 'conflict', message: 'from the engine', details: { reason: 'key-taken' } })).toBe('from the engine');
  });
  it('is the sentence for its code where nobody says anything', () => {
    expect(tError({ code: 'no-space', message: '' })).toMatch(/disk is full/);
    expect(tError({ code: 'never-heard-of', message: '' })).toMatch(/Something went wrong/);
  });
});
