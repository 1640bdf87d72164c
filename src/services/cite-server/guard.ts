import type { IncomingHttpHeaders } from 'node:http';

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Why a request is not answered, or null. Web pages are kept out: a browser names the page that asks, and a name that leads here by a trick is not ours. */
export function refusal(headers: IncomingHttpHeaders): string | null {
  if (!OWN_NAMES.has((headers.host ?? '').replace(/:\d+$/, '').toLowerCase())) return 'This server answers to 127.0.0.1 and localhost only.';
  if (headers.origin !== undefined) return 'Web pages may not ask.';
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'none' ? null : 'Web pages may not ask.';
}
