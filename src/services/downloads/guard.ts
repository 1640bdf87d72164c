import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { failure } from '../../contract/errors.ts';

/** Addresses that only mean this machine or its own network (RFC 6890), which no paper lies at. */
const internal = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) internal.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 128], ['::1', 128], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8]] as const) internal.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is loopback, private, link-local or otherwise not on the public network. */
export function isInternal(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return internal.check(mapped, 'ipv4');
  return internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Refuses an address that a download must not go to: another scheme than http(s), credentials in it, or a host on this
 * machine or its network. Asked again at every redirect, since that is how a public page would reach inside.
 * Throws Failure `not-allowed` or `network`.
 */
export async function guardUrl(url: URL, allowInternal: boolean): Promise<void> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failure('not-allowed', `Only web addresses are downloaded, not ${url.protocol}`);
  if (url.username || url.password) throw failure('not-allowed', 'An address with a password in it is not downloaded.');
  if (allowInternal) return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolveHost(host);
  if (addresses.some(isInternal)) throw failure('not-allowed', `${url.hostname} is an address inside this network; papers are not fetched from there.`);
}

async function resolveHost(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw failure('network', `${host} cannot be found. Is the network there?`, { retryable: true });
  }
}
