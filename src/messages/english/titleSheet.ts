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
    opinion: 'Your opinion',
    seen: 'Seen before',
    watched: '{percent} watched',
    seasons: { one: '{count} season', other: '{count} seasons' },
    whereToWatch: 'Where to watch',
    nowhere: 'No service offers this title at the moment.',
    cast: 'Cast',
    notSaved: 'That could not be saved. {reason}',
    metaFailed: 'What you think of this title, and how far you are, could not be loaded. {reason}',
  },
  titleToggles: { liked: 'Like', disliked: 'Dislike', super_liked: 'Super-like', watchlist: 'Watchlist' },
  /** What is read out when one of them was pressed. */
  titleAdded: {
    liked: 'Liked: {title}',
    disliked: 'Disliked: {title}',
    super_liked: 'Super-liked: {title}',
    watchlist: 'Added to the watchlist: {title}',
  },
  /** What is read out when one of them was pressed once more. */
  titleRemoved: {
    liked: 'No longer liked: {title}',
    disliked: 'No longer disliked: {title}',
    super_liked: 'No longer super-liked: {title}',
    watchlist: 'Taken off the watchlist: {title}',
  },
} as const;
