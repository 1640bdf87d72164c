import { z } from 'zod';

interface Area { x: number; y: number; width: number; height: number }

/** How a window was left. Sizes and places in px, zoom in Chromium's levels. */
export const WindowState = z.object({
  x: z.number().int().optional(), y: z.number().int().optional(), width: z.number().int().min(400).max(20_000), height: z.number().int().min(300).max(20_000),
  maximized: z.boolean().default(false), fullScreen: z.boolean().default(false), zoom: z.number().min(-4).max(6).default(0),
});
export type WindowState = z.infer<typeof WindowState>;
export const FRESH: WindowState = { width: 1440, height: 900, maximized: false, fullScreen: false, zoom: 0 };
/** How much of a window, in px, must lie on a screen so that a person can take hold of it. */
const GRIP = 100;

/** The state with a place only where enough of it lies on one of the screens, and no larger than the largest. */
export function onScreen(state: WindowState, screens: readonly Area[]): WindowState {
  const { x, y, ...rest } = state;
  const width = Math.min(rest.width, Math.max(...screens.map((area) => area.width)));
  const height = Math.min(rest.height, Math.max(...screens.map((area) => area.height)));
  const held = x !== undefined && y !== undefined && screens.some((area) => Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= GRIP && y >= area.y - 10 && y <= area.y + area.height - GRIP);
  return { ...rest, width, height, ...(held ? { x, y } : {}) };
}
