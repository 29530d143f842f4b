/** Words of a title's sheet, and of its four buttons by list. English. */
export const titleSheetEnglish = {
  titleSheet: {
    loading: 'Loading…',
    close: 'Close',
    retry: 'Try again',
    play: 'Play',
    resume: 'Resume from {percent}',
    resumeEpisode: 'Resume S{season} E{episode}',
    /** Names the four buttons together. */
    opinion: 'Rate and save',
    seen: 'Watched before',
    watched: '{percent} watched',
    seasons: { one: '{count} season', other: '{count} seasons' },
    whereToWatch: 'Where to watch',
    nowhere: 'Not available on any service right now.',
    cast: 'Cast',
    notSaved: 'Couldn’t save your change. {reason}',
    metaFailed: 'Couldn’t load your ratings and progress. {reason}',
  },
  titleToggles: { liked: 'Like', disliked: 'Dislike', super_liked: 'Super-like', watchlist: 'Watchlist' },
  /** What is read out when one of them was pressed. */
  titleAdded: {
    liked: 'Liked: {title}',
    disliked: 'Disliked: {title}',
    super_liked: 'Super-liked: {title}',
    watchlist: 'Added to watchlist: {title}',
  },
  /** What is read out when one of them was pressed once more. */
  titleRemoved: {
    liked: 'Like removed: {title}',
    disliked: 'Dislike removed: {title}',
    super_liked: 'Super-like removed: {title}',
    watchlist: 'Removed from watchlist: {title}',
  },
} as const;
