'use client';

import type { PatchPlaybackPayload } from '../../../api/playback.js';
import { playbackChange } from './playbackChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useSetPlayback}: TanStack's, except the key and the function. */
export type UseSetPlaybackOptions = TitleMutationOptions<PatchPlaybackPayload>;

/** Result of {@link useSetPlayback}: TanStack's mutation. */
export type UseSetPlaybackResult = TitleMutationResult<PatchPlaybackPayload>;

/**
 * Changes the position of an existing playback; omitted values stay unchanged. `useMediaProfileMeta` shows the change
 * immediately, and reverts it on failure. During playback, `useScrobble` does this automatically.
 *
 * @throws {TypeError} when the provider's client cannot change playbacks.
 * @example
 * const setPlayback = useSetPlayback();
 * setPlayback.mutate({ mediaId: 'TV_900020167', season: 1, episode: 3, progress: 0 });
 */
export function useSetPlayback(options?: UseSetPlaybackOptions): UseSetPlaybackResult {
  return useTitleMutation(
    'useSetPlayback()',
    (client) => {
      const patchPlaybackItem = requireMethod(client, 'patchPlaybackItem', 'useSetPlayback()');
      return ({ mediaId, ...payload }, owner) => ({
        mediaId,
        affected: playbackChange(owner, { mediaId, ...payload }),
        send: () => patchPlaybackItem(mediaId, payload),
      });
    },
    options,
  );
}
