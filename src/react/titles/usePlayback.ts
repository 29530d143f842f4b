'use client';

import { COMPLETED_PROGRESS } from '../../api/facts.js';
import type { MediaProfileMeta } from '../../api/mediaFacts.js';
import type { AddPlaybackPayload, PatchPlaybackPayload } from '../../api/playback.js';
import { discovrTitleKeys } from '../query/keys.js';
import type { Owner } from '../query/profileScope.js';
import type { AffectedQueries } from './titleChange.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from './useTitleMutation.js';

/** Options of {@link useAddPlayback}: TanStack's, except the key and the function. */
export type UseAddPlaybackOptions = TitleMutationOptions<AddPlaybackPayload>;

/** Result of {@link useAddPlayback}: TanStack's mutation. */
export type UseAddPlaybackResult = TitleMutationResult<AddPlaybackPayload>;

/**
 * Starts the playback of a title, so that it can be resumed. `useMediaProfileMeta` shows the change immediately, and
 * reverts it on failure.
 *
 * @example
 * const addPlayback = useAddPlayback();
 * addPlayback.mutate({ mediaId: 'MV_900000285', progress: 12 });
 */
export function useAddPlayback(options?: UseAddPlaybackOptions): UseAddPlaybackResult {
  return useTitleMutation(
    'useAddPlayback()',
    (client, { mediaId, ...payload }, owner) => ({
      mediaId,
      affected: playbackChange(owner, { mediaId, ...payload }),
      send: () => client.addPlaybackItem(mediaId, payload),
    }),
    options,
  );
}

/** Options of {@link useSetPlayback}: TanStack's, except the key and the function. */
export type UseSetPlaybackOptions = TitleMutationOptions<PatchPlaybackPayload>;

/** Result of {@link useSetPlayback}: TanStack's mutation. */
export type UseSetPlaybackResult = TitleMutationResult<PatchPlaybackPayload>;

/**
 * Changes the position of an existing playback; omitted values stay unchanged. `useMediaProfileMeta` shows the change
 * immediately, and reverts it on failure. During playback, `useScrobble` does this automatically.
 *
 * @example
 * const setPlayback = useSetPlayback();
 * setPlayback.mutate({ mediaId: 'TV_900020167', season: 1, episode: 3, progress: 0 });
 */
export function useSetPlayback(options?: UseSetPlaybackOptions): UseSetPlaybackResult {
  return useTitleMutation(
    'useSetPlayback()',
    (client, { mediaId, ...payload }, owner) => ({
      mediaId,
      affected: playbackChange(owner, { mediaId, ...payload }),
      send: () => client.patchPlaybackItem(mediaId, payload),
    }),
    options,
  );
}

/** New position of a playback; omitted values stay unchanged. */
interface PlaybackPlace {
  readonly mediaId: string;
  /** Percent. */
  readonly progress?: number | undefined;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
}

/** Returns how a playback changes the cache. */
function playbackChange(owner: Owner, { mediaId, progress, season, episode }: PlaybackPlace): AffectedQueries[] {
  return [
    {
      queryKey: discovrTitleKeys.mediaProfileMetas(owner, mediaId),
      change(data) {
        const meta = data as MediaProfileMeta;
        const reached = progress ?? meta.playback?.progress ?? 0;
        const playback = {
          ...meta.playback,
          progress: reached,
          resumable: reached > 0 && reached < COMPLETED_PROGRESS,
          ...(season !== undefined && { season }),
          ...(episode !== undefined && { episode }),
        };
        return { ...meta, playback };
      },
    },
  ];
}
