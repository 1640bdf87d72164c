/** First author, year and first telling word; without an author, two words and the year. */
export const DEFAULT_KEY_PATTERN = 'auth.lower.len + year + shorttitle(1).lower | shorttitle(2).lower + year';
