import type { Agent, Response, fetch } from 'undici';
import { Failure, failure } from '../../contract/errors.ts';
import { type Allowed, guardedLookup, guardUrl } from './guard.ts';

export type { Response } from 'undici';

const MAX_REDIRECTS = 8;

interface Client { fetch: typeof fetch; public: Agent; loopback: Agent }
let client: Promise<Client> | undefined;

/** Loaded when something is first asked for: most runs of the command line ask for nothing, and starting would take a sixth longer. */
async function clientOf(): Promise<Client> {
  const undici = await import('undici');
  const agentFor = (allowed: Allowed): Agent => new undici.Agent({ connect: { lookup: guardedLookup(allowed), timeout: 20_000 }, maxHeaderSize: 32_768 });
  return { fetch: undici.fetch, public: agentFor({ loopback: false }), loopback: agentFor({ loopback: true }) };
}

/**
 * Asks for an address and follows redirects by hand, so that each target is looked at before anything is sent to it.
 * Cookies go back to the origin that set them during this one walk (never from https to http): many publishers lead in circles without.
 */
export async function request(address: URL, headers: Record<string, string>, signal: AbortSignal, allowed: Allowed): Promise<{ response: Response; url: URL }> {
  const cookies = new Map<string, Map<string, string>>();
  const known = await (client ??= clientOf());
  let url = address;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    guardUrl(url, allowed);
    const response = await known.fetch(url, {
      redirect: 'manual', signal, dispatcher: allowed.loopback ? known.loopback : known.public,
      headers: { accept: 'application/pdf,text/html;q=0.8,*/*;q=0.5', 'accept-encoding': 'identity', 'user-agent': 'Sheaf/0.1 (reference manager)', ...cookieFor(cookies, url), ...headers },
    });
    const target = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !target) return { response, url };
    keepCookies(cookies, url, response);
    await response.body?.cancel();
    url = parsedAddress(target, url);
  }
  throw failure('network', `The address leads in circles (more than ${MAX_REDIRECTS} redirects).`, { details: { reason: 'circles', most: MAX_REDIRECTS } });
}

type Cookies = Map<string, Map<string, string>>;

function cookieFor(cookies: Cookies, url: URL): { cookie?: string } {
  const own = cookies.get(url.origin);
  return own === undefined ? {} : { cookie: [...own].map(([name, value]) => `${name}=${value}`).join('; ') };
}

function keepCookies(cookies: Cookies, url: URL, response: Response): void {
  for (const line of response.headers.getSetCookie().slice(0, 20)) {
    const [, name = '', value = ''] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
    if (name !== '') cookies.set(url.origin, (cookies.get(url.origin) ?? new Map<string, string>()).set(name, value.slice(0, 4096)));
  }
}

/** An address as a URL. Throws Failure `invalid-input`. */
export function parsedAddress(address: string, base?: URL): URL {
  if (URL.canParse(address, base)) return new URL(address, base);
  throw failure('invalid-input', `This is not an address: ${address.slice(0, 200)}`, { details: { reason: 'no-web-address', address: address.slice(0, 200) } });
}

/** The longest a server may ask us to wait, in ms; who asks for more is asked again by hand. */
const LONGEST_WAIT = 10 * 60_000;

/** Throws the Failure that an answer's status means; `details.retryAfter` is how long the server asks to wait, in ms. */
export function refuseStatus(response: Response, url: URL): void {
  if (response.ok) return;
  void response.body?.cancel();
  if (response.status === 404 || response.status === 410) throw failure('not-found', `${url.hostname} has no such file (${response.status}).`, { details: { reason: 'no-such-file', host: url.hostname, status: response.status } });
  if (response.status === 401 || response.status === 402 || response.status === 403) throw failure('not-allowed', `${url.hostname} does not give this file to everyone (${response.status}). Open its page in a browser, perhaps through your library, and add the file by hand.`, { details: { reason: 'closed', host: url.hostname, status: response.status } });
  const wait = retryAfter(response.headers.get('retry-after'));
  const retryable = (response.status === 408 || response.status === 425 || response.status === 429 || response.status >= 500) && (wait ?? 0) <= LONGEST_WAIT;
  throw failure('network', `${url.hostname} answered ${response.status}${response.statusText ? ` ${response.statusText}` : ''}.`, { retryable, details: { reason: 'refused', host: url.hostname, status: response.status, ...(wait === null ? {} : { retryAfter: wait }) } });
}

/** Retry-After (RFC 9110, 10.2.3) in ms from now: seconds, or a date. */
function retryAfter(value: string | null): number | null {
  if (value === null) return null;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now());
}

/** What went wrong, as an expected failure: ours as it is, the network's and the disk's in words. */
export function explained(error: unknown, stopped: { cancelled: boolean; silent: boolean }): Failure {
  if (stopped.cancelled) return failure('cancelled', 'Cancelled.', { details: { reason: 'asked' } });
  if (stopped.silent) return failure('timeout', 'The server fell silent or is far too slow.', { retryable: true, details: { reason: 'silent' } });
  const own = ownFailure(error);
  if (own) return own;
  const code = codeOf(error);
  if (code === 'ENOSPC') return failure('no-space', 'The disk is full.', { details: { reason: 'there' } });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return failure('not-allowed', 'The library’s folder cannot be written to.', { details: { reason: 'library-folder' } });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return failure('network', 'The address’s server cannot be found. Is the network there?', { retryable: true, details: { reason: 'no-server' } });
  return failure('network', `The download broke off${code ? ` (${code})` : ''}.`, { retryable: true, details: { reason: 'broke-off', error: code || 'unknown' } });
}

function ownFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  return error instanceof Error && error.cause !== undefined ? ownFailure(error.cause) : null;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error.cause instanceof Error) return codeOf(error.cause) || ownCode(error);
  return ownCode(error);
}
const ownCode = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');
