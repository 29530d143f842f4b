/** Names of the client methods that fetch a list, add a title to it and remove a title from it. */
export const listMethodNames = {
  liked: { get: 'getLikedItems', add: 'addLikedItem', remove: 'removeLikedItem' },
  disliked: { get: 'getDislikedItems', add: 'addDislikedItem', remove: 'removeDislikedItem' },
  super_liked: { get: 'getSuperLikedItems', add: 'addSuperLikedItem', remove: 'removeSuperLikedItem' },
  watchlist: { get: 'getWatchlistItems', add: 'addWatchlistItem', remove: 'removeWatchlistItem' },
} as const;
