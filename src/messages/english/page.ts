/** English messages of a page: its hero, rails and cards. */
export const pageEnglish = {
  page: {
    loading: 'Loading…',
    /** Shown and announced when a page or a rail has been loading for ten seconds. */
    stillLoading: 'Still loading…',
    /** Heading of a page without a name, for screen readers. */
    untitled: 'Picked for you',
    retry: 'Try again',
    scrollBack: 'Scroll back in {title}',
    scrollForward: 'Scroll forward in {title}',
    /** Announced once for all rails whose items did not load. */
    rowsFailed: 'Couldn’t load: {rows}',
    /** Text after the last rail. */
    end: 'You’ve reached the end.',
    backToTop: 'Back to top',
    /** Button that continues a page or a rail after several batches without anything new. */
    loadMore: 'Load more',
    /** Button for screen readers after the first 60 items of a rail: renders the others. */
    showAll: 'Show all {count}',
    /** Text before the `loadMore` button at the end of a page. */
    stalled: 'That’s all for now.',
    /** Announced when another page has replaced the shown page, while the app shows the `showNewer` button. */
    newer: 'Newer recommendations are available.',
    showNewer: 'Show newer recommendations',
    /** Button that opens a title of the hero. */
    details: 'Details',
    signedOut: 'Sign in to see your recommendations.',
    noProfile: 'Choose whose recommendations to see.',
    hero: 'Featured',
    /** Role description of the hero. Screen readers say it instead of "region". */
    carousel: 'carousel',
    /** Role description of a slide of the hero. Screen readers say it instead of "group". */
    slide: 'slide',
    slideOf: '{number} of {count}: {title}',
    position: '{number} / {count}',
    /** Length of a series in the hero. */
    seasons: { one: '{count} season', other: '{count} seasons' },
    previous: 'Previous title',
    next: 'Next title',
    pause: 'Pause slideshow',
    play: 'Play slideshow',
  },
} as const;

/** English messages of a page without titles. */
export const emptyPageEnglish = {
  emptyPage: {
    nothingYet: 'Nothing here yet',
    nothingYetHint: 'New titles will appear here.',
    loading: 'Loading…',
    nothingMatches: 'No titles match your filters',
    hint: 'Try removing a filter.',
    clearAll: 'Clear all filters',
    /** Button that opens the form of the app, if the app has one. */
    editFilters: 'Edit filters',
    trying: 'Trying without “{filter}” ({number} of {count})…',
    retry: 'Try again',
    /** Label before the buttons that each remove a filter. */
    suggestionsTitle: 'This brings titles back:',
    /** `titles` is `titleCount` or `titlesOrMore`. */
    without: 'Remove {filter} · {titles}',
    titleCount: { one: '{count} title', other: '{count} titles' },
    /** Replaces `titleCount` where there may be more titles. */
    titlesOrMore: '{number}+ titles',
    /** One filter in the lists of `found` and `notKnown`. */
    quoted: '“{filter}”',
    found: 'Try without {filters}.',
    notKnown: 'Couldn’t check {filters}.',
    noneHelps: 'Removing one filter isn’t enough. Remove several, or clear all of them.',
  },
} as const;

/** English messages of the navigation between pages. */
export const navigationEnglish = {
  navigation: {
    /** Accessible name of the list of tabs. Screen readers say it before "navigation". */
    label: 'Pages',
    home: 'Home',
    movies: 'Movies',
    series: 'Series',
    backTo: 'Back to {title}',
  },
} as const;
