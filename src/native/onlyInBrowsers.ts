/**
 * Exports of the main entry that React Native cannot have, because they render HTML or need the history, the storage or
 * the windows of a browser. With the `react-native` condition, the main entry resolves to this one, so each name exists
 * here and throws an error that says so.
 */
function onlyInBrowsers(name: string): () => never {
  return () => {
    throw new Error(
      `discovr-react: ${name} is not available in React Native, because it needs a browser. Draw with your own views and ` +
        'use the hooks of discovr-react/native; docs/native.md shows what replaces it.',
    );
  };
}

export const ActiveFilters = onlyInBrowsers('<ActiveFilters>');
export const adaptSdk = onlyInBrowsers('adaptSdk()');
export const createSessionSource = onlyInBrowsers('createSessionSource()');
export const DeviceSignIn = onlyInBrowsers('<DeviceSignIn>');
export const DiscovrGate = onlyInBrowsers('<DiscovrGate>');
export const DiscovrHydration = onlyInBrowsers('<DiscovrHydration>');
export const DiscovrPage = onlyInBrowsers('<DiscovrPage>');
export const EmptyPage = onlyInBrowsers('<EmptyPage>');
export const encryptedCredentialStore = onlyInBrowsers('encryptedCredentialStore()');
export const Hero = onlyInBrowsers('<Hero>');
export const localPresetStore = onlyInBrowsers('localPresetStore()');
export const MediaCard = onlyInBrowsers('<MediaCard>');
export const NavigationStack = onlyInBrowsers('<NavigationStack>');
export const PageFilterDialog = onlyInBrowsers('<PageFilterDialog>');
export const PageFilterForm = onlyInBrowsers('<PageFilterForm>');
export const PageFilterFormActions = onlyInBrowsers('<PageFilterFormActions>');
export const PageFilterFormActiveFilters = onlyInBrowsers('<PageFilterFormActiveFilters>');
export const PageFilterFormGenres = onlyInBrowsers('<PageFilterFormGenres>');
export const PageFilterFormKeywords = onlyInBrowsers('<PageFilterFormKeywords>');
export const PageFilterFormMediaType = onlyInBrowsers('<PageFilterFormMediaType>');
export const PageFilterFormPageName = onlyInBrowsers('<PageFilterFormPageName>');
export const PageFilterFormParts = onlyInBrowsers('<PageFilterFormParts>');
export const PageFilterFormPrompt = onlyInBrowsers('<PageFilterFormPrompt>');
export const PageFilterFormRegions = onlyInBrowsers('<PageFilterFormRegions>');
export const PageFilterFormReleaseDate = onlyInBrowsers('<PageFilterFormReleaseDate>');
export const PageFilterFormRoot = onlyInBrowsers('<PageFilterFormRoot>');
export const PageFilterFormRuntime = onlyInBrowsers('<PageFilterFormRuntime>');
export const PageFilterFormSummary = onlyInBrowsers('<PageFilterFormSummary>');
export const PageFilterFormWatchProviders = onlyInBrowsers('<PageFilterFormWatchProviders>');
export const ProfilePicker = onlyInBrowsers('<ProfilePicker>');
export const Rail = onlyInBrowsers('<Rail>');
export const RailGroup = onlyInBrowsers('<RailGroup>');
export const RemoteControl = onlyInBrowsers('<RemoteControl>');
export const remoteKeys = onlyInBrowsers('remoteKeys');
export const SessionDialog = onlyInBrowsers('<SessionDialog>');
export const SignIn = onlyInBrowsers('<SignIn>');
export const TitlePreview = onlyInBrowsers('<TitlePreview>');
export const TitleSheet = onlyInBrowsers('<TitleSheet>');
export const usePageFilterFormContext = onlyInBrowsers('usePageFilterFormContext()');
export const usePageFilterUrl = onlyInBrowsers('usePageFilterUrl()');
export const usePageNavigation = onlyInBrowsers('usePageNavigation()');
export const useRail = onlyInBrowsers('useRail()');
export const useRailGroup = onlyInBrowsers('useRailGroup()');
export const useTitlePreview = onlyInBrowsers('useTitlePreview()');
