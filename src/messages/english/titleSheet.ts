/** English messages of the title sheet and of its four list buttons. */
export const titleSheetEnglish = {
  titleSheet: {
    loading: 'Loading…',
    /** Shown and announced when a title has been loading for ten seconds. */
    stillLoading: 'Still loading…',
    close: 'Close',
    retry: 'Try again',
    play: 'Play',
    /** Where the runtime is unknown. */
    resume: 'Resume from {percent}',
    resumeLeft: 'Resume · {length} left',
    resumeEpisode: 'Resume S{season} E{episode}',
    /** Accessible name of the group of four list buttons. */
    opinion: 'Rate and save',
    seen: 'Watched before',
    watched: '{percent} watched',
    seasons: { one: '{count} season', other: '{count} seasons' },
    whereToWatch: 'Where to watch',
    nowhere: 'Not available on any service right now.',
    cast: 'Cast',
    /** Heading when the title cannot be shown and its name is unknown. */
    unavailable: 'Title unavailable',
    notFound: 'This title is no longer available.',
    signedOut: 'Sign in to see more about this title.',
    noProfile: 'Choose who’s watching to see more about this title.',
    factsFailed: 'Couldn’t load details and cast.',
    metaFailed: 'Couldn’t load your ratings and progress.',
  },
  titleToggles: { liked: 'Like', disliked: 'Dislike', super_liked: 'Super-like', watchlist: 'Watchlist' },
  titleNotSaved: {
    liked: 'Couldn’t save your like. Try again.',
    disliked: 'Couldn’t save your dislike. Try again.',
    super_liked: 'Couldn’t save your super-like. Try again.',
    watchlist: 'Couldn’t update your watchlist. Try again.',
  },
  /** Announced when a title was added to a list. */
  titleAdded: {
    liked: 'Liked: {title}',
    disliked: 'Disliked: {title}',
    super_liked: 'Super-liked: {title}',
    watchlist: 'Added to watchlist: {title}',
  },
  /** Announced when a title was removed from a list. */
  titleRemoved: {
    liked: 'Like removed: {title}',
    disliked: 'Dislike removed: {title}',
    super_liked: 'Super-like removed: {title}',
    watchlist: 'Removed from watchlist: {title}',
  },
} as const;
