/** English messages of filters: chips and the sentence. */
export const filtersEnglish = {
  mediaTypes: { all: 'All', movie: 'Movies', tv: 'Series' },
  chips: {
    label: 'Active filters',
    remove: 'Remove {filter}',
    removed: 'Removed: {filter}.',
    clearAll: 'Clear all',
    cleared: 'All filters cleared.',
    runtimeFrom: 'At least {min} min',
    runtimeTo: 'Up to {max} min',
    runtimeBetween: '{min}–{max} min',
    releasedFrom: 'Since {from}',
    releasedTo: 'Up to {to}',
    releasedBetween: '{from} – {to}',
    releasedIn: '{year}',
  },
  /** Filters as one sentence: a subject and clauses, each a complete phrase, joined with `separator`. */
  summary: {
    separator: ', ',
    /** The last item of a long list of names, of which it stands for at least two, or of a long sentence. */
    others: { one: '{count} more', other: '{count} more' },
    all: 'Movies and series',
    movie: 'Movies',
    tv: 'Series',
    allOf: '{genres} movies and series',
    movieOf: '{genres} movies',
    tvOf: '{genres} series',
    keywords: 'about {keywords}',
    runtimeFrom: { one: 'at least {min} minute long', other: 'at least {min} minutes long' },
    runtimeTo: { one: 'up to {max} minute long', other: 'up to {max} minutes long' },
    runtimeBetween: { one: '{min} to {max} minute long', other: '{min} to {max} minutes long' },
    releasedFrom: 'released since {from}',
    releasedTo: 'released up to {to}',
    releasedBetween: 'released from {from} to {to}',
    releasedIn: 'released in {year}',
    providers: 'on {providers}',
    providersIn: 'on {providers} in {regions}',
    regions: 'available in {regions}',
    everything: 'All movies and series',
  },
} as const;

/** English messages of the filter form. */
export const filterFormEnglish = {
  form: {
    label: 'Page filters',
    mediaType: 'Type',
    genres: 'Genres',
    keywords: 'Keywords',
    searchGenres: 'Search genres',
    searchKeywords: 'Search keywords',
    runtime: 'Runtime',
    runtimeAtLeast: 'At least',
    runtimeAtMost: 'At most',
    minutes: 'min',
    /** Accessible name of a field for minutes, with the visible label. */
    inMinutes: '{label}, minutes',
    releaseDate: 'Release date',
    releaseFrom: 'From',
    releaseTo: 'To',
    regions: 'Regions',
    searchRegions: 'Search regions',
    watchProviders: 'Watch providers',
    searchWatchProviders: 'Search watch providers',
    /** What the watch providers depend on, below their name, with the button that leads to the regions. */
    inRegions: 'in {regions}',
    inAllRegions: 'in all regions',
    changeRegions: 'Change',
    pageName: 'Page name',
    pageNameHint: 'Optional. Heading of the page, such as “Friday night”.',
    activeFilters: 'Active filters',
    apply: 'Apply filters',
    /** Replaces `apply` where the app knows the number of titles. */
    applyTitleCount: { one: 'Show {count} title', other: 'Show {count} titles' },
    filterCount: { one: '{count} filter', other: '{count} filters' },
    creating: 'Applying…',
    /** When Discovr rejects what parts of the form contain. */
    checkParts: 'Check {parts}, then try again.',
    reset: 'Undo changes',
    /** Words of `reset`, or all of it, shown on narrow screens. */
    undo: 'Undo',
    clearAll: 'Clear all',
    /** Why Apply needs a signed-in user (`signedOut`) and an active profile (`noProfile`). */
    signedOut: 'Sign in to apply these filters.',
    noProfile: 'Choose who these filters are for.',
  },
  picker: {
    chosen: { one: '{count} selected', other: '{count} selected' },
    clear: 'Clear',
    clearGroup: 'Clear {group}',
    /** Button that closes the steppers of a date. */
    done: 'Done',
    skipGroup: 'Skip {group}',
    showList: 'Show all',
    /** Replaces `showList` where the number is known before the list is loaded. */
    showAll: 'Show all {count}',
    showFewer: 'Show fewer',
    showMore: 'Show more',
    more: { one: '{count} more. Search to narrow the list.', other: '{count} more. Search to narrow the list.' },
    found: { one: '{count} result', other: '{count} results' },
    noneFound: 'No results for “{query}”.',
    loading: 'Loading…',
    searching: 'Searching…',
    failed: 'Couldn’t load this list.',
    retry: 'Try again',
  },
  shortcuts: {
    under90: 'Up to 90 min',
    under120: 'Up to 120 min',
    from90To120: '90–120 min',
    over120: 'At least 120 min',
    thisYear: 'This year',
    last5Years: 'Last 5 years',
    decade: '{decade}s',
  },
  announcements: {
    created: 'Page created.',
    createdNamed: 'Page “{name}” created.',
    applied: 'Filters applied.',
    droppedGenres: 'Removed because they don’t apply to this type: {names}.',
    droppedWatchProviders: 'Removed because they’re not available in the selected regions: {names}.',
  },
} as const;

/** English error messages of form fields. */
export const fieldErrorsEnglish = {
  fieldErrors: {
    incompleteNumber: 'Enter a whole number of minutes.',
    runtimeTooLong: 'Enter 600 minutes or less.',
    incompleteDate: 'Enter a complete date.',
    dateOutOfRange: 'Enter a date between 1870 and 2100.',
    lowerAboveUpperRuntime: 'The minimum can’t be higher than the maximum.',
    lowerAboveUpperDate: 'The start date can’t be after the end date.',
    invalid: 'This doesn’t work here. Try something else.',
  },
} as const;

/** English messages of the filter dialog. */
export const filterDialogEnglish = {
  filterDialog: {
    open: 'Filters',
    /** Accessible name of the button while filters are active. Begins with what the button shows: `open` and the number. */
    active: { one: '{open}, {count} active', other: '{open}, {count} active' },
    title: 'Filters',
    close: 'Close filters',
    apply: 'Show titles',
  },
} as const;
