/** Names of the methods about accounts and profiles. An SDK may have any subset of them. */
export const accountMethods = [
  'signOut',
  'getProfiles',
  'createProfile',
  'updateProfile',
  'deleteProfile',
  'selectProfile',
  'getProfileImages',
  'searchGifs',
] as const;
