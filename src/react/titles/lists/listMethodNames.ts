/** The methods of a client that give a list, add a title to it and take one off. */
export const listMethodNames = {
  liked: { get: 'getLikedItems', add: 'addLikedItem', remove: 'removeLikedItem' },
  disliked: { get: 'getDislikedItems', add: 'addDislikedItem', remove: 'removeDislikedItem' },
  super_liked: { get: 'getSuperLikedItems', add: 'addSuperLikedItem', remove: 'removeSuperLikedItem' },
  watchlist: { get: 'getWatchlistItems', add: 'addWatchlistItem', remove: 'removeWatchlistItem' },
} as const;
