import { app, nativeTheme } from 'electron';
import { failure } from '../../../src/contract/errors.ts';
import type { Context } from '../context.ts';
import { notify } from '../desktop.ts';
import { showMenu } from '../menu.ts';
import { type MainOperations, tell } from '../router.ts';
import { openLink } from '../security.ts';

type Names = 'attachment.place' | 'attachment.setPlace' | 'link.open' | 'settings.get' | 'settings.set' | 'app.info' | 'menu.set' | 'app.offer' | 'app.notify' | 'citing.state' | 'citing.picked';

/** Settings, and the ways out to the desktop. */
export function appOperations(context: Context): Pick<MainOperations, Names> {
  return {
    'attachment.place': async ({ id }) => context.pdfPlaces.of(id),
    'attachment.setPlace': async ({ id, place }) => {
      await context.pdfPlaces.keep(id, place);
      return null;
    },
    'link.open': async ({ url }) => {
      if (!(await openLink(url))) throw failure('not-allowed', 'Only web and mail addresses are opened.', { details: { reason: 'link' } });
      return null;
    },
    'menu.set': async ({ menu }) => { showMenu(menu, (name) => { tell(context.window(), 'action', { name }); }); return null; },
    'settings.get': async () => context.settings.get(),
    'settings.set': async (change) => {
      const settings = await context.settings.set(defined(change));
      if (change.citing) await context.citing.follow();
      if (change.quickCopy) context.quickKeys.follow();
      context.settingsChanged();
      return settings;
    },
    'citing.state': async () => ({ ...context.citing.state(), keysTaken: context.quickKeys.taken() }),
    'citing.picked': async ({ cites }) => { context.citing.picked(cites); return null; },
    'app.offer': async () => context.offers.take(),
    'app.notify': async (words) => ({ shown: notify(context.window(), words) }),
    'app.info': async () => ({ version: app.getVersion(), platform: process.platform, electron: process.versions.electron, dark: nativeTheme.shouldUseDarkColors, settingsTrouble: context.settings.trouble }),
  };
}

/** The given settings alone: a key that is there without a value would put a default back. */
function defined<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
