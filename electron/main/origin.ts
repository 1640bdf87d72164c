/** Where our own pages live: a scheme of our own, so that nothing else on the machine shares their origin. */
export const ORIGIN = 'app://sheaf';
/** Where saved web pages are shown: an origin that can run nothing and reach nothing. */
export const PAGES = 'page://view';
