/** Words of a page without titles. English. */
export const emptyPageEnglish = {
  emptyPage: {
    nothingYet: 'There is nothing to show yet',
    nothingMatches: 'Nothing matches these filters',
    hint: 'Remove a filter to see more.',
    find: 'Find out which filter to drop',
    clearAll: 'Clear all filters',
    trying: 'Trying without “{filter}”: {number} of {count}',
    cancel: 'Cancel',
    retry: 'Try again',
    thereAre: 'There are titles',
    without: 'Without “{filter}”',
    /** A filter in the lists of the next two. */
    quoted: '“{filter}”',
    found: 'There are titles without {filters}.',
    notKnown: 'Could not be tried: without {filters}.',
    noneHelps: 'No single filter brings titles back. Clear all of them, or change several.',
  },
} as const;
