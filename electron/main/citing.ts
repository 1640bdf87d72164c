import { app, type BrowserWindow } from 'electron';
import type { Cite } from '../../src/citation/cite.ts';
import type { CiteHost } from '../../src/services/cite-server/host.ts';
import { startCiteServer, type CiteServer } from '../../src/services/cite-server/server.ts';
import type { Settings } from '../../src/contract/views.ts';
import { writeClipboard } from './clipboard.ts';
import { logUnexpected } from './log.ts';
import { openPickerWindow } from './picker-window.ts';

/** Citing from other programs: the server, as the settings have it, and the picker. */
export interface Citing {
  /** Starts, stops or moves the server, as the settings now say. */
  follow(): Promise<void>;
  state(): { listening: boolean; port: number; taken: boolean };
  /** Opens the picker for Sheaf's own keys. */
  pick(): Promise<Cite[] | null>;
  /** What the person picked; null when they would rather not. */
  picked(cites: Cite[] | null): void;
}

interface Needs { call: CiteHost['call']; settings(): Settings }

export function createCiting({ call, settings }: Needs): Citing {
  let server: CiteServer | null = null;
  let taken = false;
  let turn: Promise<void> = Promise.resolve();
  let finish: (cites: Cite[] | null) => void = () => undefined;

  const picking = (givenUp: AbortSignal): Promise<Cite[] | null> => pick(givenUp, (settle) => { finish(null); finish = settle; });
  const host: CiteHost = {
    call,
    pick: picking,
    copy: (text, html) => { void writeClipboard(text, html); },
    style: () => ({ style: settings().citationStyle, locale: settings().citationLocale }),
    version: app.getVersion(),
    unexpected: (error) => { logUnexpected('citing', error); },
  };

  const change = async (): Promise<void> => {
    const { allowed, port } = settings().citing;
    if (server !== null && (!allowed || server.port !== port)) {
      await server.close();
      server = null;
    }
    taken = false;
    if (allowed && server === null) server = await startCiteServer(host, port).catch(() => { taken = true; return null; });
  };
  return {
    // One change that went wrong keeps no later one.
    follow: () => (turn = turn.catch(() => undefined).then(change)),
    state: () => ({ listening: server !== null, port: settings().citing.port, taken }),
    pick: () => picking(new AbortController().signal),
    picked: (cites) => { finish(cites); },
  };
}

/** One picker at a time: a second asker takes the place of the first, which gets nothing. The window goes when the asker hangs up. */
function pick(givenUp: AbortSignal, taking: (settle: (cites: Cite[] | null) => void) => void): Promise<Cite[] | null> {
  return new Promise((resolve) => {
    let window: BrowserWindow | null = null;
    const settle = (cites: Cite[] | null): void => {
      resolve(cites);
      if (window && !window.isDestroyed()) window.destroy();
    };
    taking(settle);
    window = openPickerWindow();
    window.once('closed', () => { settle(null); });
    givenUp.addEventListener('abort', () => { settle(null); }, { once: true });
  });
}
