/** English messages of a page without titles. */
export const emptyPageEnglish = {
  emptyPage: {
    nothingYet: 'Nothing here yet',
    nothingYetHint: 'New titles appear here as soon as there are some.',
    loading: 'Loading…',
    nothingMatches: 'No titles match your filters',
    hint: 'Try removing a filter.',
    find: 'See which filter to remove',
    clearAll: 'Clear all filters',
    trying: 'Trying without “{filter}” ({number} of {count})…',
    cancel: 'Cancel',
    retry: 'Try again',
    /** Label before the buttons that each remove a filter. The text of each button is `chips.remove`. */
    suggestionsTitle: 'This brings titles back:',
    /** One filter in the lists of `found` and `notKnown`. */
    quoted: '“{filter}”',
    found: 'Try without {filters}.',
    notKnown: 'Couldn’t check {filters}.',
    noneHelps: 'Removing one filter isn’t enough. Clear all filters, or change several.',
  },
} as const;
