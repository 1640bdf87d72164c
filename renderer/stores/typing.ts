/** How long after a letter in the filter the paper beside the list waits: nobody reads it between two letters, and setting it costs the list its frame. */
const QUIET = 140;
let last = -Infinity;

export const noteTyping = (): void => { last = performance.now(); };

/** Milliseconds until the typing is over; 0 when it is. */
export const quietIn = (): number => Math.max(0, last + QUIET - performance.now());
