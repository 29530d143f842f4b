'use client';

import type { PatchPlaybackPayload } from '../../../api/schemas/titles/playback.js';
import { playbackChange } from './playbackChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useSetPlayback}: TanStack's, except key and function. */
export type UseSetPlaybackOptions = TitleMutationOptions<PatchPlaybackPayload>;

/** What {@link useSetPlayback} gives: TanStack's mutation. */
export type UseSetPlaybackResult = TitleMutationResult<PatchPlaybackPayload>;

/**
 * Changes where a playback stands that was begun before; what is left out stays as it is. `useMediaProfileMeta` shows it at
 * once, and takes it back where it fails. During playback `useScrobble` does it by itself.
 *
 * @throws where the provider's client cannot.
 * @example
 * const setPlayback = useSetPlayback();
 * setPlayback.mutate({ mediaId: 'TV_1396', season: 1, episode: 3, progress: 0 });
 */
export function useSetPlayback(options?: UseSetPlaybackOptions): UseSetPlaybackResult {
  return useTitleMutation(
    'useSetPlayback()',
    (client) => {
      const patchPlaybackItem = requireMethod(client, 'patchPlaybackItem', 'useSetPlayback()');
      return ({ mediaId, ...payload }) => ({
        mediaId,
        concerned: playbackChange(client, { mediaId, ...payload }),
        send: () => patchPlaybackItem(mediaId, payload),
      });
    },
    options,
  );
}
