import type { DiscovrClient } from '../DiscovrClient.js';

/** Names of the methods about rows and titles. An SDK may have any subset of them. */
export const titleMethods = [
  'getRows',
  'getRow',
  'getRowItems',
  'getMedia',
  'getMediaProfileMeta',
  'addLikedItem',
  'removeLikedItem',
  'getLikedItems',
  'addDislikedItem',
  'removeDislikedItem',
  'getDislikedItems',
  'addSuperLikedItem',
  'removeSuperLikedItem',
  'getSuperLikedItems',
  'addWatchlistItem',
  'removeWatchlistItem',
  'getWatchlistItems',
  'addHistoryItem',
  'patchHistoryItem',
  'getHistoryItems',
  'getHistoryItemsByMediaId',
  'removeHistoryItem',
  'addPlaybackItem',
  'patchPlaybackItem',
  'scrobble',
  'scrobbleSkip',
] as const satisfies readonly (keyof DiscovrClient)[];

/** Methods of {@link DiscovrClient} about rows and titles. Each returns a promise. */
export interface TitleMethods extends Pick<DiscovrClient, (typeof titleMethods)[number]> {}
