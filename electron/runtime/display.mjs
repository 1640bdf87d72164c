import { spawn } from 'node:child_process';
import { Stop } from './run-command.mjs';

/** Whether a window could be shown to somebody here. */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Starts a virtual display on a free number; it ends with this process, or with `stop`.
 * Throws Stop when it does not come up.
 */
export async function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = () => server.kill();
  process.once('exit', stop);
  return { display: `:${await displayNumber(server)}`, stop };
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const refuse = (why) => reject(new Stop(`The virtual display (Xvfb) did not start${why === '' ? '.' : `: ${why}`}`));
    server.stderr.on('data', (text) => (said += text));
    server.once('error', (error) => refuse(error.message));
    server.once('close', () => refuse(said.trim().split('\n').slice(-5).join('\n')));
    server.stdio[3].once('data', (text) => resolve(String(text).trim()));
  });
}
