import type { ProfileRecord, StoredHistoryEntry } from '../types.js';
import { COMPLETED_PROGRESS, entryOfEpisode } from '../../api/facts.js';
import type { AddHistoryPayload, ScrobbleTv } from '../../api/history.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { airedAt, mediaIdOf, mediaItemOf, sampleSeasons } from './mediaItem.js';

/**
 * Creates or updates the history entry of a title, season or episode. A repeated entry keeps its position, and its
 * `watchedCount` increases when it is completed again (inferred).
 *
 * @param isRepeat whether completing an entry that is already completed counts as watching it again.
 */
export function recordHistory(
  record: ProfileRecord,
  { mediaId, season, episode, imported, progress = 100, updatedAt }: AddHistoryPayload,
  now: string,
  isRepeat: boolean,
): void {
  const isCompleted = progress >= COMPLETED_PROGRESS;
  const existing = record.history.find(
    (entry) => entry.mediaId === mediaId && entry.season === season && entry.episode === episode,
  );
  if (!existing) {
    record.history.push({
      ...{ mediaId, season, episode, imported, progress },
      order: record.nextOrder++,
      createdAt: now,
      updatedAt: updatedAt ?? now,
      watchedCount: Number(isCompleted),
    });
    return;
  }
  const isWatchedAgain = isCompleted && (isRepeat || existing.progress < COMPLETED_PROGRESS);
  existing.progress = progress;
  existing.updatedAt = updatedAt ?? now;
  existing.imported = imported ?? existing.imported;
  existing.watchedCount += Number(isWatchedAgain);
}

/** Returns the entries of one title, most recently updated first. */
export function entriesOf(record: ProfileRecord, mediaId: string): StoredHistoryEntry[] {
  return record.history
    .filter((entry) => entry.mediaId === mediaId)
    .sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || b.order - a.order);
}

/** Converts an entry to the wire format. */
export function historyItemOf(title: CatalogTitle, entry: StoredHistoryEntry): Readonly<Record<string, unknown>> {
  const { id, media_type: mediaType, title: name, poster_path, backdrop_path } = mediaItemOf(title);
  const { season, episode, imported, progress, createdAt, updatedAt, watchedCount } = entry;
  return {
    ...{ id, mediaType, title: name, poster_path, backdrop_path, updatedAt, createdAt, progress },
    completed: progress >= COMPLETED_PROGRESS,
    watched_count: watchedCount,
    ...(season !== undefined && { season }),
    ...(episode !== undefined && { episode }),
    ...(imported !== undefined && { imported }),
  };
}

/** Returns every episode of a series and whether it was watched, according to its entry or the entry of its season. */
export function episodesSeen(
  record: ProfileRecord,
  title: CatalogTitle,
): readonly (ScrobbleTv & { readonly isSeen: boolean })[] {
  const entries = entriesOf(record, mediaIdOf(title));
  return sampleSeasons(title).flatMap(({ season, episodes }) =>
    Array.from({ length: episodes }, (_, index) => {
      const episode = index + 1;
      const entry = entryOfEpisode(entries, { season, episode, airedAt: airedAt(title, season, episode) });
      return { season, episode, isSeen: entry !== undefined && entry.progress >= COMPLETED_PROGRESS };
    }),
  );
}

/** Whether a film or every episode of a series was watched to the end. */
export function isFinished(record: ProfileRecord, title: CatalogTitle): boolean {
  if (title.mediaType === 'tv') return episodesSeen(record, title).every(({ isSeen }) => isSeen);
  return entriesOf(record, mediaIdOf(title)).some(({ progress }) => progress >= COMPLETED_PROGRESS);
}
