'use client';

import type { AddPlaybackPayload } from '../../../api/playback.js';
import { playbackChange } from './playbackChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useAddPlayback}: TanStack's, except the key and the function. */
export type UseAddPlaybackOptions = TitleMutationOptions<AddPlaybackPayload>;

/** Result of {@link useAddPlayback}: TanStack's mutation. */
export type UseAddPlaybackResult = TitleMutationResult<AddPlaybackPayload>;

/**
 * Starts the playback of a title, so that it can be resumed. `useMediaProfileMeta` shows the change immediately, and
 * reverts it on failure.
 *
 * @throws {TypeError} when the provider's client cannot start playbacks.
 * @example
 * const addPlayback = useAddPlayback();
 * addPlayback.mutate({ mediaId: 'MV_900000285', progress: 12 });
 */
export function useAddPlayback(options?: UseAddPlaybackOptions): UseAddPlaybackResult {
  return useTitleMutation(
    'useAddPlayback()',
    (client) => {
      const addPlaybackItem = requireMethod(client, 'addPlaybackItem', 'useAddPlayback()');
      return ({ mediaId, ...payload }, owner) => ({
        mediaId,
        affected: playbackChange(owner, { mediaId, ...payload }),
        send: () => addPlaybackItem(mediaId, payload),
      });
    },
    options,
  );
}
