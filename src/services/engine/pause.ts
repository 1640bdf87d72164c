/** Lets others run: calls that came in, writes that are done. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
