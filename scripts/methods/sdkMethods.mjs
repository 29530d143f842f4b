/**
 * Methods by subject: the methods of the official SDK, and methods for endpoints without a documented SDK method. The
 * names of the undocumented methods are inferred, and docs/contract.md marks them as such.
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
  'they call endpoints without a method': ['identityApi', 'sessionApi'],
};

/** Reasons why no drop-in calls these methods. All other methods with a hook must have a drop-in. */
export const withoutDropIn = {
  'the app has its own sign-out button': ['signOut'],
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
