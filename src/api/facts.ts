/** Progress, in percent, from which a title or an episode counts as completed. */
export const COMPLETED_PROGRESS = 80;

/** Lists of a profile. The first three are exclusive: adding a title to one of them removes it from the other two. */
export const mediaLists = ['liked', 'disliked', 'super_liked', 'watchlist'] as const;

/** List of a profile. */
export type MediaList = (typeof mediaLists)[number];

/** Episode of a series, and when it first aired. */
export interface EpisodeOfSeries {
  readonly season: number;
  readonly episode: number;
  /**
   * Date, or date and time, of the first airing, ISO 8601. If omitted, the entry of the season applies to the episode
   * regardless of its `updatedAt`.
   */
  readonly airedAt?: string | undefined;
}

/**
 * Returns the history entry that applies to an episode, from the entries of its series: the entry of the episode,
 * otherwise the entry of its season. The entry of a season applies only to episodes that aired before its `updatedAt`.
 */
export function entryOfEpisode<
  Entry extends { season?: number | undefined; episode?: number | undefined; updatedAt: string },
>(entries: readonly Entry[], { season, episode, airedAt }: EpisodeOfSeries): Entry | undefined {
  const ofSeason = entries.filter((entry) => entry.season === season);
  const wasAired = (entry: Entry) => airedAt === undefined || Date.parse(airedAt) < Date.parse(entry.updatedAt);
  return (
    ofSeason.find((entry) => entry.episode === episode) ??
    ofSeason.find((entry) => entry.episode === undefined && wasAired(entry))
  );
}
