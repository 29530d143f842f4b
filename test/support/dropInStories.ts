/** Stories of each drop-in: the file of the stories, and their names. */
export const dropInStories: Readonly<Record<string, readonly [file: string, ...names: string[]]>> = {
  ActiveFilters: ['ActiveFilters', 'Several', 'None'],
  DeviceSignIn: ['SignInByCode', 'Waiting', 'Offline'],
  DiscovrGate: ['Gate', 'NoProfile', 'Branded'],
  DiscovrPage: ['DiscovrPage', 'Comedies', 'Failed', 'SignedOut'],
  EmptyPage: ['EmptyPage', 'SeveralHelp', 'NoFilters'],
  Hero: ['Hero', 'TenTitles'],
  MediaCard: ['Card', 'Link', 'WithCaption'],
  NavigationStack: ['Navigation', 'Tabs', 'BrandAndActions', 'OpenedDestination', 'SignedOut'],
  PageFilterDialog: ['FilterDialog', 'Closed', 'Open'],
  PageFilterForm: ['FilterForm', 'Filled', 'Validating'],
  ProfilePicker: ['Profiles', 'Several', 'Editing', 'SignedOut'],
  Rail: ['Rail', 'Ranking', 'Loading', 'Failed'],
  RemoteControl: ['Television', 'Dates'],
  SessionDialog: ['States', 'SignInDialog', 'PageRefused', 'FormSignedOut'],
  SignIn: ['SignInByPopup', 'Idle', 'Waiting', 'Failed'],
  TitleSheet: ['TitleSheet', 'Film', 'SeriesToResume', 'NotFound', 'SignedOut'],
};
