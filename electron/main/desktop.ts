import { Notification, type BrowserWindow } from 'electron';
import { shareOf, type Work } from './work-share.ts';

/** Shows the work in progress in the taskbar. */
export function showProgress(window: BrowserWindow | null, jobs: readonly Work[]): void {
  if (window && !window.isDestroyed()) window.setProgressBar(shareOf(jobs));
}

/** Tells a person who looks elsewhere what has finished; a click brings the window. Answers whether it was told. */
export function notify(window: BrowserWindow | null, { title, body }: { title: string; body: string }): boolean {
  if (!window || window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return false;
  const notification = new Notification({ title, body });
  notification.on('click', () => { window.show(); window.focus(); });
  notification.show();
  return true;
}
