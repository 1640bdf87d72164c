import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { failure } from '../../contract/errors.ts';

type Net = readonly [string, number];
const listOf = (v4: readonly Net[], v6: readonly Net[]): BlockList => {
  const list = new BlockList();
  for (const [net, bits] of v4) list.addSubnet(net, bits, 'ipv4');
  for (const [net, bits] of v6) list.addSubnet(net, bits, 'ipv6');
  return list;
};

/** This machine itself: what tests and mirrors may be allowed. */
const loopback = listOf([['127.0.0.0', 8]], [['::1', 128]]);

/**
 * Addresses that no paper lies at: this machine, its own network, and ranges for special use (RFC 6890 and the IANA
 * registries). 6to4 and Teredo, which only carry other addresses past a guard like this one, are among them.
 */
const internal = listOf(
  [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
    ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4]],
  [['::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['5f00::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]],
);

/** Whether an IP address is loopback, private, link-local or otherwise not on the public network. */
export function isInternal(address: string): boolean {
  if (isIP(address) === 4) return internal.check(address, 'ipv4');
  const carried = carriedV4(address);
  return carried === null ? internal.check(address, 'ipv6') : internal.check(carried, 'ipv4');
}

/** The IPv4 address that an IPv6 one stands for: IPv4-mapped (RFC 4291), or NAT64's well-known prefix (RFC 6052), the only way out of some networks. */
function carriedV4(address: string): string | null {
  const groups = groupsOf(address);
  const head = groups.slice(0, 6).join(':');
  if (head !== '0:0:0:0:0:ffff' && head !== '64:ff9b:0:0:0:0') return null;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. The URL parser writes them one way only. */
function groupsOf(address: string): string[] {
  const canonical = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
  const [front = '', back] = canonical.split('::');
  const before = front.split(':').filter(Boolean);
  const after = (back ?? '').split(':').filter(Boolean);
  return back === undefined ? before : [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
}

export interface Allowed {
  /** Loopback besides the public network: for tests and mirrors on this machine. */
  loopback: boolean;
}

/** Whether a download may go to an IP address. */
export const mayReach = (address: string, allowed: Allowed): boolean => !isInternal(address) || (allowed.loopback && loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'));

/**
 * Refuses an address that a download must not go to: another scheme than http(s), credentials in it, or an IP address on
 * this machine or its network. Asked again at every redirect, since that is how a public page would reach inside.
 * Names are judged by `guardedLookup`, at the moment of connecting. Throws Failure `not-allowed`.
 */
export function guardUrl(url: URL, allowed: Allowed): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failure('not-allowed', `Only web addresses are downloaded, not ${url.protocol}`, { details: { reason: 'scheme', scheme: url.protocol } });
  if (url.username || url.password) throw failure('not-allowed', 'An address with a password in it is not downloaded.', { details: { reason: 'password' } });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayReach(host, allowed)) throw inside(host);
}

/**
 * A `lookup` for sockets that gives only addresses a download may go to. The socket connects to just these, so that a
 * name cannot mean one place when it is checked and another when it is used (DNS rebinding).
 */
export function guardedLookup(allowed: Allowed, resolve: typeof lookup = lookup): LookupFunction {
  return (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) { answer(error, ''); return; }
      const [first] = found;
      const barred = found.find(({ address }) => !mayReach(address, allowed));
      if (barred !== undefined || first === undefined) answer(inside(host), '');
      else if (options.all) answer(null, found);
      else answer(null, first.address, first.family);
    });
  };
}

const inside = (host: string): Error => failure('not-allowed', `${host} is an address inside this network; papers are not fetched from there.`, { details: { reason: 'inside', host } });
