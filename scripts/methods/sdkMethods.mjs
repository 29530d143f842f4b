/**
 * Methods of the official SDK by subject. For some endpoints, the SDK documents no method. The names of their methods
 * are inferred, as marked in docs/contract.md.
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

/** Reasons why methods have no hook. All other methods must have one. */
export const withoutHook = {
  '`useSession` returns the same state': ['isSignedIn', 'onAuthStateChanged', 'hasActiveProfile', 'getActiveProfileId'],
  '`useDeviceSignIn` polls automatically': ['pollDeviceCode'],
  '`useProfiles` returns all profiles': ['getProfile'],
  'an alias of `selectProfile`': ['switchProfile'],
  '`useRows` returns all rows': ['getRow'],
  'call them for endpoints that have no client method': ['identityApi', 'sessionApi'],
};

/** Reasons why no drop-in uses a method that has a hook. Drop-ins must use every other method with a hook. */
export const withoutDropIn = {
  'the app renders its sign-out button': ['signOut'],
  'the app shows these lists, for example in a `<Rail>`': [
    'getLikedItems',
    'getDislikedItems',
    'getSuperLikedItems',
    'getWatchlistItems',
    'getHistoryItems',
    'getHistoryItemsByMediaId',
  ],
  'the player of the app calls them': [
    'addHistoryItem',
    'patchHistoryItem',
    'removeHistoryItem',
    'addPlaybackItem',
    'patchPlaybackItem',
    'scrobble',
    'scrobbleSkip',
  ],
};
