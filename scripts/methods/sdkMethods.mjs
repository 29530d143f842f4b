/**
 * The methods of the official SDK, by subject. For endpoints without a documented method the name is inferred, and
 * docs/contract.md marks it.
 */
export const sdkMethods = {
  'Signing in': [
    'signInWithPopup',
    'signInWithWebAuth',
    'signInWithDeviceCode',
    'pollDeviceCode',
    'isSignedIn',
    'signOut',
    'onAuthStateChanged',
    'onSessionRefreshed',
  ],
  Profiles: [
    'getProfiles',
    'getProfile',
    'createProfile',
    'updateProfile',
    'deleteProfile',
    'selectProfile',
    'switchProfile',
    'hasActiveProfile',
    'getActiveProfileId',
    'getProfileImages',
    'searchGifs',
  ],
  'Pages and rows': ['createPage', 'getPage', 'getRows', 'getRow', 'getRowItems'],
  Titles: ['getMedia', 'getMediaProfileMeta'],
  Lists: [
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
  ],
  'History and playback': [
    'addHistoryItem',
    'patchHistoryItem',
    'getHistoryItems',
    'getHistoryItemsByMediaId',
    'removeHistoryItem',
    'addPlaybackItem',
    'patchPlaybackItem',
    'scrobble',
    'scrobbleSkip',
  ],
  'Raw endpoints': ['identityApi', 'sessionApi'],
};

/** Reasons why methods have no hook. Every other method must have one. */
export const withoutHook = {
  '`useSession` tells it': ['isSignedIn', 'onAuthStateChanged', 'hasActiveProfile', 'getActiveProfileId'],
  '`useDeviceSignIn` polls': ['pollDeviceCode'],
  '`useProfiles` has every profile': ['getProfile'],
  'another name of `selectProfile`': ['switchProfile'],
  '`useRows` has every row': ['getRow'],
  'the wire itself, for what has no method': ['identityApi', 'sessionApi'],
};

/** Reasons why methods with a hook have no drop-in. Every other method with a hook must have one. */
export const withoutDropIn = {
  'a button of the app, wherever it fits': ['signOut'],
  'lists of the app, in a `<Rail>` for instance': [
    'getLikedItems',
    'getDislikedItems',
    'getSuperLikedItems',
    'getWatchlistItems',
    'getHistoryItems',
    'getHistoryItemsByMediaId',
  ],
  'the player of the app': [
    'addHistoryItem',
    'patchHistoryItem',
    'removeHistoryItem',
    'addPlaybackItem',
    'patchPlaybackItem',
    'scrobble',
    'scrobbleSkip',
  ],
};
