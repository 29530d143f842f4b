import type { HistoryItem } from './history.js';

/** An episode, and when it was first shown. */
export interface EpisodeOfSeries {
  readonly season: number;
  readonly episode: number;
  /** Date, or date and time, ISO 8601. Where it is not known, a season's entry counts for the episode. */
  readonly airedAt?: string | undefined;
}

/**
 * Finds the entry that tells how much of an episode was seen, among those of its series: its own, or else its season's,
 * which counts for episodes first shown before that entry's `updatedAt`.
 */
export function entryOfEpisode<Entry extends Pick<HistoryItem, 'season' | 'episode' | 'updatedAt'>>(
  entries: readonly Entry[],
  { season, episode, airedAt }: EpisodeOfSeries,
): Entry | undefined {
  const ofSeason = entries.filter((entry) => entry.season === season);
  const wasAired = (entry: Entry) => airedAt === undefined || Date.parse(airedAt) < Date.parse(entry.updatedAt);
  return (
    ofSeason.find((entry) => entry.episode === episode) ??
    ofSeason.find((entry) => entry.episode === undefined && wasAired(entry))
  );
}
