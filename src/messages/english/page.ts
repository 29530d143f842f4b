/** Words of a page: its hero, its rails and their cards. English. */
export const pageEnglish = {
  page: {
    loading: 'Loading…',
    retry: 'Try again',
    scrollBack: 'Scroll back in {title}',
    scrollOn: 'Scroll forward in {title}',
    /** What stands after the last rail. */
    end: 'You’ve reached the end.',
    backToTop: 'Back to top',
    /** Asks a page or a rail to go on when nothing new came several times. */
    loadMore: 'Load more',
    /** Stands before that button at the end of a page. */
    stalled: 'That’s all for now.',
    /** Opens a title of the hero. */
    details: 'Details',
    signedOut: 'Sign in to see this page.',
    noProfile: 'Choose a profile to see this page.',
    hero: 'Featured',
    /** What kind of thing the hero is; screen readers say it in place of "region". */
    carousel: 'carousel',
    /** What kind of thing a part of the hero is; screen readers say it in place of "group". */
    slide: 'slide',
    slideOf: '{number} of {count}: {title}',
    position: '{number} / {count}',
    previous: 'Previous title',
    next: 'Next title',
    pause: 'Pause slideshow',
    play: 'Play slideshow',
  },
} as const;
