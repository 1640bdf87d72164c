import { describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/messages/en.ts';
import { t } from '../../../../renderer/messages/messages.ts';

describe('the message catalogue', () => {
  it('holds only messages that can be formatted', () => {
    const values = { count: 2, total: 3, at: new Date(0), part: 0.5, done: 1, line: 1, fresh: 1, records: 1 };
    for (const key of Object.keys(en)) expect(() => { t(key as keyof typeof en, new Proxy(values, { get: (known, name) => Reflect.get(known, name) ?? 1, has: () => true })); }).not.toThrow();
  });
});
