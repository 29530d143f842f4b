/** Progress, in percent, from which a title or an episode counts as completed. */
export const COMPLETED_PROGRESS = 80;

/** Lists of a profile. The first three are exclusive: adding a title to one of them removes it from the other two. */
export const mediaLists = ['liked', 'disliked', 'super_liked', 'watchlist'] as const;

/** List of a profile. */
export type MediaList = (typeof mediaLists)[number];
