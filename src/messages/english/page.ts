/** English messages of a page: its hero, rails and cards. */
export const pageEnglish = {
  page: {
    loading: 'Loading…',
    /** Heading of a page without a name, for screen readers. */
    untitled: 'Picked for you',
    retry: 'Try again',
    scrollBack: 'Scroll back in {title}',
    scrollForward: 'Scroll forward in {title}',
    /** Text after the last rail. */
    end: 'You’ve reached the end.',
    backToTop: 'Back to top',
    /** Button that continues a page or a rail after several batches without anything new. */
    loadMore: 'Load more',
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
