import { Notification, type BrowserWindow } from 'electron';
import { shareOf, type Work } from './work-share.ts';

let shown = -1;

/** Shows the work in progress in the taskbar, in steps of a hundredth: bytes come more often than a desktop wants to hear. */
export function showProgress(window: BrowserWindow | null, jobs: readonly Work[]): void {
  const share = Math.round(shareOf(jobs) * 100) / 100;
  if (share === shown || !window || window.isDestroyed()) return;
  shown = share;
  window.setProgressBar(share);
}

/** Tells a person who looks elsewhere what has finished; a click brings the window. Answers whether it was told. */
export function notify(window: BrowserWindow | null, { title, body }: { title: string; body: string }): boolean {
  if (!window || window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return false;
  const notification = new Notification({ title, body });
  notification.on('click', () => { window.show(); window.focus(); });
  notification.show();
  return true;
}
