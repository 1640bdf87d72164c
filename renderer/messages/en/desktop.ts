/** What the desktop shows of Sheaf: notifications, links from outside. */
export const desktop = {
  'desktop.noPaper': 'There is no paper called {key} in this library.',
  'desktop.done': 'Done',
  'desktop.failed': 'That did not work',
  'desktop.jobDone.download': 'Downloaded: {title}',
  'desktop.jobDone.import': 'Imported: {title}',
  'desktop.jobDone.export': 'Exported: {title}',
  'desktop.jobDone.index': 'The search index is ready: {title}',
  'desktop.jobsDone': '{count, plural, one {# job} other {# jobs}} finished',
  'desktop.jobFailed': '{title}: {why}',
} as const;
