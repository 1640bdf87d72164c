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

/** Where no window hears what is said (the command line's side of the door, calls that no button makes), or where it quotes a pattern or a style's own trouble. */
const UNHEARD = /^src\/(?:cli|services\/library\/door-|citation\/key-pattern\/pattern|services\/styles\/t)|^electron\/main\/router\.ts/;
/** Said to a programmer: an input that no control of the window can give. */
const FOR_PROGRAMMERS = ['A machine is named by', 'A file is named by its whole path', 'Only a file in cache/', 'There is no command', 'The engine does not answer', 'A window adds files only'];
const sentencesWithoutReason = (): string[] => ['src', 'electron'].flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !UNHEARD.test(join(room, file))).flatMap((file) => {
  const given = readFileSync(join(room, file), 'utf8').split('\n').flatMap((line) => line.split(/(?=\bfail(?:ure)?\(')/).slice(line.startsWith('fail') ? 0 : 1));
  const said = given.filter((one) => !/\b(?:reason|table)\b/.test(one)).flatMap((one) => /^fail(?:ure)?\('[a-z-]+', ['`]([^'`].{2,60})/.exec(one)?.[1] ?? []);
  return said.filter((sentence) => !FOR_PROGRAMMERS.some((known) => sentence.startsWith(known))).map((sentence) => `${file}: ${sentence}`);
}));

it('no error that a window shows is a sentence of the program alone', () => {
  expect(sentencesWithoutReason()).toEqual([]);
});
