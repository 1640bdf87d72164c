import { app } from 'electron';

/** The server that `npm run dev` gives the window's sources by; null in a packaged app, whatever the environment says. */
export const devServer = (): URL | null => (process.env['SHEAF_DEV_URL'] && !app.isPackaged ? new URL(process.env['SHEAF_DEV_URL']) : null);

/** A policy with what hot reloading needs besides: the server's inline preamble and its socket. */
export function devPolicy(policy: string, server: URL): string {
  return policy.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'").replace("connect-src 'self'", `connect-src 'self' ws://${server.host}`);
}

/** One of the window's own files from the server, under our own address: so the page has the origin it has when it is built. */
export async function fromDevServer(server: URL, path: string, policy: string): Promise<Response> {
  const answer = await fetch(new URL(path, server));
  const headers = new Headers({ 'content-type': answer.headers.get('content-type') ?? 'application/octet-stream', 'cache-control': 'no-store', 'content-security-policy': devPolicy(policy, server) });
  return new Response(answer.body, { status: answer.status, headers });
}
