import { describe, expect, it } from 'vitest';
import { createGrants, demandNamedPaths } from '../../../electron/main/grants.ts';
import { MOST_FILES } from '../../../src/contract/imports.ts';
import type { OperationName } from '../../../src/contract/contract.ts';

const nothing = () => createGrants(() => []);

describe('a path that a window names', () => {
  it('must have been chosen by a person, whichever way it is written', () => {
    const grants = nothing();
    expect(() => grants.demand('/home/a.bib')).toThrow('chosen');
    grants.grant('/home/b/../a.bib');
    expect(grants.demand('/home/a.bib')).toBe('/home/a.bib');
    expect(grants.demand('/home/./a.bib')).toBe('/home/a.bib');
    expect(grants.granted('a.bib')).toBe(false);
    expect(grants.granted('/home/a.bib/b')).toBe(false);
  });

  it('may be one that stands, as long as it does', () => {
    const standing = ['/library'];
    const grants = createGrants(() => standing);
    expect(grants.granted('/library')).toBe(true);
    standing.pop();
    expect(grants.granted('/library')).toBe(false);
  });

  it('is still known when as many files were dropped as come in at once', () => {
    const grants = nothing();
    const paths = Array.from({ length: MOST_FILES }, (_, at) => `/home/${String(at)}.pdf`);
    for (const path of paths) grants.grant(path);
    expect(paths.every((path) => grants.granted(path))).toBe(true);
  });

  it('is forgotten in the end, the oldest first', () => {
    const grants = nothing();
    for (let at = 0; at <= 2 * MOST_FILES; at++) grants.grant(`/home/${String(at)}`);
    expect([grants.granted('/home/0'), grants.granted('/home/1')]).toEqual([false, true]);
  });
});

describe('an operation with a path in it', () => {
  const refused: [OperationName, unknown][] = [
    ['import.preview', { source: { file: '/secret' } }],
    ['import.preview', { source: { files: ['/known', '/secret'] } }],
    ['attachment.bring', { files: ['/secret'], link: false }],
    ['attachment.bring', { files: ['/secret'], link: true }],
    ['attachment.bring', { files: ['https://example.org/a.pdf'], link: false }],
    ['attachment.replace', { file: '/secret' }],
    ['attachment.detach', { to: '/secret' }],
    ['attachment.find', { folder: '/secret' }],
    ['papers.query', { scope: { in: 'cited', manuscript: '/secret' } }],
    ['manuscript.look', { file: '/secret' }],
    ['manuscript.entries', { file: '/secret' }],
    ['command.run', { name: 'attachment.add', input: {} }],
    ['command.run', { name: 'attachment.addAll', input: {} }],
    ['command.run', { name: 'attachment.place', input: {} }],
    ['command.run', { name: 'library.import', input: {} }],
    ['command.run', { name: 'paper.add', input: { draft: { item: {}, files: [{ path: '/secret' }] } } }],
  ];
  it.each(refused)('%s is refused one that nobody chose: %j', (name, input) => {
    const grants = nothing();
    grants.grant('/known');
    expect(() => { demandNamedPaths(grants, name, input); }).toThrow();
  });

  const allowed: [OperationName, unknown][] = [
    ['import.preview', { source: { text: '@book{a}', name: '/secret' } }],
    ['import.preview', { source: { files: ['/known'] } }],
    ['attachment.bring', { files: ['https://example.org/a.pdf', '/known'], link: true }],
    ['papers.query', { scope: { in: 'all' } }],
    ['command.run', { name: 'paper.add', input: { draft: { item: {} } } }],
    ['command.run', { name: 'paper.edit', input: {} }],
  ];
  it.each(allowed)('%s may speak of what was chosen, or of no file: %j', (name, input) => {
    const grants = nothing();
    grants.grant('/known');
    expect(() => { demandNamedPaths(grants, name, input); }).not.toThrow();
  });
});
