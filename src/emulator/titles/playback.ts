import type { EmulatorState, ProfileRecord } from '../types.js';
import { COMPLETED_PROGRESS } from '../../api/facts.js';
import type { ScrobbleTv } from '../../api/history.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { episodesSeen, recordHistory } from './history.js';
import { mediaIdOf } from './mediaItem.js';

/** Update of a playback. An omitted `updatedAt` becomes the current time; other omitted fields stay unchanged. */
export interface PlaybackChange {
  readonly progress?: number | undefined;
  readonly updatedAt?: string | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Saves the playback position of a title. */
export function recordPlayback(
  state: EmulatorState,
  { playback }: ProfileRecord,
  mediaId: string,
  { progress, updatedAt, season, episode }: PlaybackChange,
): void {
  const before = playback.get(mediaId);
  playback.set(mediaId, {
    progress: progress ?? before?.progress ?? 0,
    updatedAt: updatedAt ?? new Date(state.now()).toISOString(),
    season: season ?? before?.season,
    episode: episode ?? before?.episode,
  });
}

/**
 * Saves the current progress of a title that is being watched. Adds a completed film or episode to the history; a
 * series without an episode is not added (inferred).
 */
export function recordScrobble(
  state: EmulatorState,
  record: ProfileRecord,
  mediaId: string,
  progress: number,
  tv: ScrobbleTv | undefined,
): void {
  recordPlayback(state, record, mediaId, { progress, ...tv });
  const isWhole = mediaId.startsWith('MV_') ? tv === undefined : tv !== undefined;
  if (progress < COMPLETED_PROGRESS || !isWhole) return;
  recordHistory(record, { mediaId, ...tv, progress }, new Date(state.now()).toISOString(), false);
}

/**
 * Returns the playback position of a title. A completed episode is replaced by the next unwatched one, if there is one
 * (inferred).
 */
export function playbackOf(record: ProfileRecord, title: CatalogTitle): MediaProfileMeta['playback'] {
  const playback = record.playback.get(mediaIdOf(title));
  if (!playback) return undefined;
  const { progress, season, episode } = playback;
  const isCompleted = progress >= COMPLETED_PROGRESS;
  const watched = season !== undefined && episode !== undefined ? { season, episode } : undefined;
  const next = isCompleted && watched ? nextUnseen(record, title, watched) : undefined;
  if (next) return { resumable: false, progress: 0, ...next };
  return {
    resumable: progress > 0 && !isCompleted,
    progress,
    ...(season !== undefined && { season }),
    ...(episode !== undefined && { episode }),
  };
}

function nextUnseen(record: ProfileRecord, title: CatalogTitle, after: ScrobbleTv): ScrobbleTv | undefined {
  const next = episodesSeen(record, title).find(
    ({ season, episode, isSeen }) =>
      !isSeen && (season > after.season || (season === after.season && episode > after.episode)),
  );
  return next && { season: next.season, episode: next.episode };
}
