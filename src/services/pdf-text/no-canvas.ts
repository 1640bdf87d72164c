/** pdf.js makes a matrix as it is loaded and uses it only for drawing, which does not happen here; Node has none. */
if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object });
