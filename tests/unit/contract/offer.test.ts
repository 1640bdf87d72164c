import fc from 'fast-check';
import { expect, it } from 'vitest';
import { offerOfLink } from '../../../src/contract/offer.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

it.each([
  ['sheaf://open/lovelace1843', { citationKey: 'lovelace1843' }],
  ['SHEAF://open/lovelace1843/', { citationKey: 'lovelace1843' }],
  [`sheaf://open/a%3Ab/${ID}`, { citationKey: 'a:b', annotation: ID }],
  ['sheaf://open/m%C3%BCller', { citationKey: 'müller' }],
])('reads %s', (link, offer) => { expect(offerOfLink(link)).toEqual(offer); });

it.each(['sheaf://open/', 'sheaf://open', 'sheaf://delete/x', 'sheaf://open/a/b', `sheaf://open/a/${ID}/c`, 'sheaf://open/..%2F..%2Fetc', 'sheaf://open/%00', 'sheaf://open/%E0%A4%A', 'sheaf://open/a%20b', 'sheaf://open/a%0Ab', 'https://open/a', 'sheaf://open/a?b=c', ''])('does not take %j', (link) => {
  expect(offerOfLink(link)).toBeNull();
});

it('gives back every key that was put into a link', () => {
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9_:.+öñ-]{1,40}$/), (key) => {
    expect(offerOfLink(`sheaf://open/${encodeURIComponent(key)}`)).toEqual({ citationKey: key });
  }));
});
