import type { Offer } from '../../src/contract/offer.ts';
import { call, on } from '../client/client.ts';
import { useLibrary } from './library.ts';
import { useView } from './view.ts';

/** Whether the window can show something new: a library is open and nothing lies over it. */
const isFree = (): boolean => useLibrary.getState().state === 'open' && useView.getState().overlay === null;

/** Hands on, one at a time, what the system gave to the app, from now on: at once, or when the library is open and what lies over it is closed. */
export function followOffers(take: (offer: Offer) => unknown): void {
  let asking = false;
  const next = async (): Promise<void> => {
    if (asking || !isFree()) return;
    asking = true;
    const answer = await call('app.offer', {});
    asking = false;
    if (!answer.ok || answer.value === null) return;
    await take(answer.value);
    await next();
  };
  on('offered', () => void next());
  useLibrary.subscribe((now, before) => { if (now.state !== before.state) void next(); });
  useView.subscribe((now, before) => { if (now.overlay !== before.overlay) void next(); });
  void next();
}
