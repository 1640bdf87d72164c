import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MENU } from '../../../../src/contract/menu.ts';
import { en } from '../../../../renderer/messages/en.ts';
import { t } from '../../../../renderer/messages/messages.ts';

const files = readdirSync(new URL('../../../../renderer/', import.meta.url), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const source = files.filter((file) => !file.startsWith('messages')).map((file) => readFileSync(new URL(`../../../../renderer/${file}`, import.meta.url), 'utf8')).join('\n');

describe('the registry', () => {
  it('knows every action of the application menu', () => {
    const wanted = MENU.flatMap(({ entries }) => entries).flatMap((entry) => (entry !== 'line' && 'action' in entry ? [entry.action] : []));
    expect(wanted.filter((name) => !source.includes(`name: '${name}'`))).toEqual([]);
  });
});

describe('the message catalogue', () => {
  it('holds only messages that can be formatted', () => {
    const values = { count: 2, total: 3, at: new Date(0), part: 0.5, done: 1, line: 1, fresh: 1, records: 1 };
    for (const key of Object.keys(en)) expect(() => { t(key as keyof typeof en, new Proxy(values, { get: (known, name) => Reflect.get(known, name) ?? 1, has: () => true })); }).not.toThrow();
  });
});
