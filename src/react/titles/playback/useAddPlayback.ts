'use client';

import type { AddPlaybackPayload } from '../../../api/schemas/titles/playback.js';
import { playbackChange } from './playbackChange.js';
import { requireMethod } from '../../provider/requireMethod.js';
import { useTitleMutation, type TitleMutationOptions, type TitleMutationResult } from '../useTitleMutation.js';

/** Options of {@link useAddPlayback}: TanStack's, except key and function. */
export type UseAddPlaybackOptions = TitleMutationOptions<AddPlaybackPayload>;

/** What {@link useAddPlayback} gives: TanStack's mutation. */
export type UseAddPlaybackResult = TitleMutationResult<AddPlaybackPayload>;

/**
 * Begins the playback of a title, from where on it can be resumed. `useMediaProfileMeta` shows it at once, and takes it
 * back where it fails.
 *
 * @throws where the provider's client cannot.
 * @example
 * const addPlayback = useAddPlayback();
 * addPlayback.mutate({ mediaId: 'MV_550', progress: 12 });
 */
export function useAddPlayback(options?: UseAddPlaybackOptions): UseAddPlaybackResult {
  return useTitleMutation(
    'useAddPlayback()',
    (client) => {
      const addPlaybackItem = requireMethod(client, 'addPlaybackItem', 'useAddPlayback()');
      return ({ mediaId, ...payload }) => ({
        mediaId,
        concerned: playbackChange(client, { mediaId, ...payload }),
        send: () => addPlaybackItem(mediaId, payload),
      });
    },
    options,
  );
}
