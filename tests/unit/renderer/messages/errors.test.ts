import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMessage, tError } from '../../../../renderer/messages/messages.ts';

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

/** Every reason that a line of the program gives with an error, as the catalogue names it. */
const reasonsGiven = (): string[] => ['src', 'electron'].flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).flatMap((file) => {
  const lines = readFileSync(join(room, file), 'utf8').split('\n');
  return lines.flatMap((line) => [...line.matchAll(/fail(?:ure)?\('([a-z-]+)'(?:(?!fail(?:ure)?\(').)*?reason: '([a-z-]+)'/g)].map(([, code, reason]) => `error.${String(code)}.${String(reason)}`));
}));

it('every reason the program gives has its sentence in the catalogue', () => {
  const given = [...new Set(reasonsGiven())];
  expect(given.length).toBeGreaterThan(30);
  expect(given.filter((key) => !isMessage(key))).toEqual([]);
});
