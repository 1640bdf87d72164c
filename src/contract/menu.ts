import { z } from 'zod';

/** What the system itself does and names. */
export const MENU_ROLES = ['close', 'quit', 'cut', 'copy', 'paste', 'selectAll', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen', 'minimize', 'toggleDevTools'] as const;

/** An entry of the native menu: an action of the window by name, worded by the window; a role of the system; or a line. */
export const MenuEntry = z.union([
  z.object({ action: z.string().max(80), label: z.string().max(200), enabled: z.boolean(), accelerator: z.string().max(40).optional() }),
  z.object({ role: z.enum(MENU_ROLES) }),
  z.literal('line'),
]);
export type MenuEntry = z.infer<typeof MenuEntry>;

/**
 * The native menu as the window makes it from its registry of actions, so that words, keys and what applies are said once.
 * A chosen entry comes back as the event `action`.
 */
export const AppMenu = z.array(z.object({ label: z.string().max(60), entries: z.array(MenuEntry).max(120) })).max(12);
export type AppMenu = z.infer<typeof AppMenu>;
