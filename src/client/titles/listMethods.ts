import type { PagingOptions } from '../../api/pagingOptions.js';
import type { MediaList, MediaListResponse, SuccessMessage } from '../../api/schemas/list.js';
import type { SessionApi } from '../../api/sessionApi.js';
import type { CallOptions } from '../../api/http/transport.js';

/**
 * Methods of `DiscovrClient` about the lists of the active profile. Liked, disliked and super-liked are exclusive: adding
 * a title to one takes it off the others. The names of the getters and removers are inferred.
 */
export interface ListMethods {
  /** Likes a title. What is recommended changes with the next session. */
  addLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Takes a like back. */
  removeLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Liked titles, the one added last first. */
  getLikedItems(options?: PagingOptions): Promise<MediaListResponse>;
  /** Dislikes a title: it is recommended no more from the next session on. */
  addDislikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Takes a dislike back. */
  removeDislikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Disliked titles, the one added last first. */
  getDislikedItems(options?: PagingOptions): Promise<MediaListResponse>;
  /** Likes a title very much. */
  addSuperLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Takes a super-like back. */
  removeSuperLikedItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Super-liked titles, the one added last first. */
  getSuperLikedItems(options?: PagingOptions): Promise<MediaListResponse>;
  /** Puts a title on the watchlist, whatever the profile thinks of it. */
  addWatchlistItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Takes a title off the watchlist. */
  removeWatchlistItem(mediaId: string, options?: CallOptions): Promise<SuccessMessage>;
  /** Titles of the watchlist, the one added last first. */
  getWatchlistItems(options?: PagingOptions): Promise<MediaListResponse>;
}

/** Makes the methods about lists. */
export function createListMethods(api: SessionApi): ListMethods {
  const add = (list: MediaList) => (mediaId: string, options?: CallOptions) =>
    api.addListItem(list, { mediaId }, options);
  const remove = (list: MediaList) => (mediaId: string, options?: CallOptions) =>
    api.removeListItem(list, mediaId, options);
  const get = (list: MediaList) => (options?: PagingOptions) => api.getListItems(list, options);
  return {
    addLikedItem: add('liked'),
    removeLikedItem: remove('liked'),
    getLikedItems: get('liked'),
    addDislikedItem: add('disliked'),
    removeDislikedItem: remove('disliked'),
    getDislikedItems: get('disliked'),
    addSuperLikedItem: add('super_liked'),
    removeSuperLikedItem: remove('super_liked'),
    getSuperLikedItems: get('super_liked'),
    addWatchlistItem: add('watchlist'),
    removeWatchlistItem: remove('watchlist'),
    getWatchlistItems: get('watchlist'),
  };
}
