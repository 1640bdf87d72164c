/** pdf.js makes one of these as it is loaded and uses it only for drawing, which does not happen here; Node has none. */
class NoMatrix {}

if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: NoMatrix });
