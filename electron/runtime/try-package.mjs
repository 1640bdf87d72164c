import { spawn } from 'node:child_process';
import { say, Stop } from './run-command.mjs';

const STARTS_WITHIN_MS = 30_000;

/**
 * Starts a packaged app with its production fuses and looks at its window over the DevTools protocol: the inspector
 * that other drivers use is fused off. Throws Stop when no window comes, or an empty one.
 */
export async function tryPackage(executable, env) {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, ['--remote-debugging-port=0', ...sandbox], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const page = await firstPage(await devtoolsAddress(child));
    await page.locator('#root > *').first().waitFor({ timeout: STARTS_WITHIN_MS });
    say(`The packaged app starts: “${await page.title()}”`);
    await page.context().browser()?.close();
  } finally {
    child.kill();
  }
}

function devtoolsAddress(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    const refuse = () => reject(new Stop(`The packaged app did not start:\n${text.trim()}`));
    const timer = setTimeout(refuse, STARTS_WITHIN_MS);
    child.stderr.on('data', (part) => {
      text += part;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    });
    child.once('exit', refuse);
  });
}

async function firstPage(address) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  return context.pages()[0] ?? context.waitForEvent('page', { timeout: STARTS_WITHIN_MS });
}
