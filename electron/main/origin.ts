/** Where our own pages live: a scheme of our own, so that nothing else on the machine shares their origin. */
export const ORIGIN = 'app://sheaf';
