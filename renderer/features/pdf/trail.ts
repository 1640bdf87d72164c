/** Back and forward after a link was followed, as in a browser. */
export interface Trail { leave: () => void; back: () => void; forward: () => void; canBack: () => boolean; canForward: () => boolean }

const MOST = 100;

/** Remembers the places that were left; `here` says where one is, `show` goes there. */
export function trail<Place>(here: () => Place | null, show: (place: Place) => void): Trail {
  const behind: Place[] = [];
  const ahead: Place[] = [];
  const step = (from: Place[], to: Place[]): void => {
    const now = here();
    const next = from.pop();
    if (next === undefined) return;
    if (now !== null) to.push(now);
    show(next);
  };
  return {
    leave: () => {
      const now = here();
      if (now === null) return;
      behind.push(now);
      if (behind.length > MOST) behind.shift();
      ahead.length = 0;
    },
    back: () => { step(behind, ahead); },
    forward: () => { step(ahead, behind); },
    canBack: () => behind.length > 0,
    canForward: () => ahead.length > 0,
  };
}
