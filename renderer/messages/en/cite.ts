/** Citation keys. */
export const cite = {
  'cite.settings': 'Citation keys',
  'cite.keyPattern': 'Pattern of citation keys',
  'cite.keyPattern.words': 'bibtex key pattern formula jabref better bibtex citekey pin refresh',
  'cite.keyHint': 'As in Better BibTeX (auth.lower + shorttitle(3, 3) + year) or JabRef ([auth:lower][year]). What follows | is tried where nothing comes out.',
  'cite.keyDefault': 'As it began',
  'cite.keyPreview': 'Your papers with this pattern',
  'cite.keyNoPapers': 'With papers in the library you see their keys here.',
  'cite.keyCounts': '{changed, plural, =0 {All keys are as this pattern makes them} one {# key would change} other {# keys would change}}{pinned, plural, =0 {.} one {; # pinned key stays.} other {; # pinned keys stay.}}',
  'cite.keyRefreshAll': 'Refresh all keys',
  'action.refreshKeys': 'Refresh citation keys',
  'action.pinKeys': 'Pin citation keys',
  'action.unpinKeys': 'Unpin citation keys',
} as const;
