export { nativePlatform, type NativeModules } from './nativePlatform.js';
export {
  DiscovrClient,
  DiscovrProvider,
  type DiscovrProviderProps,
  type NativeClientOptions,
} from './nativeProvider.js';
export { usePageEvents, type UsePageEventsResult, type ViewabilityProps } from './usePageEvents.js';
export { useSignIn, type UseSignInOptions, type UseSignInResult } from './webSignIn.js';
export type { SignInProgress } from '../react/session/signInFlow.js';
export { secureCredentialStore, type ExpoSecureStore, type ReactNativeKeychain } from './secureCredentialStore.js';
export type { Channel, Platform, SignInCrypto, SyncStorage, Visibility, Windows } from '../platform/platform.js';
export {
  useDiscovrPage,
  type UseDiscovrPageOptions,
  type UseDiscovrPageResult,
} from '../components/DiscovrPage/useDiscovrPage.js';
export { useFieldErrorText } from '../components/PageFilterForm/fieldErrors.js';
export type { FilterFormMessages } from '../components/PageFilterForm/filterFormMessages.js';
export type {
  DroppedChoices,
  PageFilterFormController,
  UsePageFilterFormOptions,
  UsePageFilterFormResult,
} from '../components/PageFilterForm/types.js';
export { usePageFilterForm } from '../components/PageFilterForm/usePageFilterForm.js';
export {
  SignedIn,
  SignedOut,
  WithProfile,
  type SessionGateProps,
  type WithProfileProps,
} from '../components/SessionGates/SessionGates.js';
export {
  useTitleSheet,
  type TitleToggle,
  type UseTitleSheetOptions,
  type UseTitleSheetResult,
} from '../components/TitleSheet/useTitleSheet.js';
export type { ColorScheme } from '../react/provider/context.js';
export type { DiscovrEvent, DiscovrEventDetails, EventItem, EventPage, EventRow } from '../react/events/events.js';
export type { ShownPage } from '../react/events/locate.js';
export { useDiscovrEvents, useReportEvent } from '../react/events/useDiscovrEvents.js';
export type { DiscovrOperation, OnDiscovrError } from '../react/failures/failures.js';
export { useErrorText } from '../react/failures/useFailures.js';
export {
  useFilterPresets,
  type FilterPresetStore,
  type UseFilterPresetsOptions,
  type UseFilterPresetsResult,
} from '../react/filters/useFilterPresets.js';
export {
  createPageQueryOptions,
  pageQueryOptions,
  rowItemsQueryOptions,
  rowsQueryOptions,
  type RowsBatch,
  type RowsQueryOptions,
  type RowsToken,
} from '../react/pages/queries.js';
export {
  historyQueryOptions,
  listItemsQueryOptions,
  mediaHistoryQueryOptions,
  mediaProfileMetaQueryOptions,
  mediaQueryOptions,
} from '../react/titles/queries.js';
export type { UpdateListVariables } from '../react/titles/listChange.js';
export {
  gifSearchQueryOptions,
  profileImagesQueryOptions,
  profilesQueryOptions,
  type GifSearchQueryOptions,
} from '../react/profiles/queries.js';
export type { BatchesQueryOptions, DiscovrMutationOptions } from '../react/query/options.js';
export { prefetchPage, type PrefetchTarget, type PrefetchPageOptions } from '../react/pages/prefetchPage.js';
export {
  discovrKeys,
  discovrTitleKeys,
  type BatchSize,
  type GifSearchOptions,
  type HistoryPlace,
  type WithProviders,
} from '../react/query/keys.js';
export type { OfProfile } from '../react/query/profileScope.js';
export {
  useAddHistory,
  useAddPlayback,
  usePatchHistory,
  usePatchPlayback,
  useRemoveHistory,
  useUpdateList,
  type PatchHistoryVariables,
} from '../react/titles/useTitleChanges.js';
export { useCreatePage, usePage, usePrefetchPage } from '../react/pages/usePage.js';
export {
  useCreateProfile,
  useDeleteProfile,
  useProfiles,
  useSelectProfile,
  useUpdateProfile,
  type UpdateProfileVariables,
} from '../react/profiles/useProfiles.js';
export {
  useDeviceSignIn,
  type DeviceSignInProgress,
  type UseDeviceSignInOptions,
  type UseDeviceSignInResult,
} from '../react/session/useDeviceSignIn.js';
export type { DiscovrImageProps, RenderImage } from '../react/provider/renderImage.js';
export { useDiscovr, type UseDiscovrResult } from '../react/provider/useDiscovr.js';
export { useHistory, useListItems, useMedia, useMediaHistory, useMediaProfileMeta } from '../react/titles/useTitles.js';
export {
  useFilteredPage,
  type PageSource,
  type UseFilteredPageOptions,
  type UseFilteredPageResult,
} from '../react/pages/useFilteredPage.js';
export { useFilterProbe, type FilterProbe, type UseFilterProbeResult } from '../react/filters/useFilterProbe.js';
export {
  usePromptFilters,
  type UsePromptFiltersOptions,
  type UsePromptFiltersResult,
} from '../react/filters/usePromptFilters.js';
export { useRowItems, useRows } from '../react/pages/useRows.js';
export type { DiscovrQueryOptions, UseBatchesOptions, UseBatchesResult } from '../react/query/useScoped.js';
export { useScrobble, type UseScrobbleOptions, type UseScrobbleResult } from '../react/titles/useScrobble.js';
export { useSession, useSignOut, type SessionRequestOptions } from '../react/session/useSession.js';
export { onPageReplaced } from '../react/pages/pageHealing.js';
export type { PageReplaced } from '../react/pages/pageReplacements.js';
export type { Message, Messages, MessagesOverride, PluralMessage } from '../messages/messages.js';
export { DiscovrError, isAbortError, isDiscovrError } from '../shared/errors.js';
export { memoryCredentialStore } from '../session/credential.js';
export type {
  CreatePagePayload,
  CreatePageResponse,
  CreateProfilePayload,
  CredentialStore,
  DiscovrClientLike,
  DiscovrCredential,
  DiscovrErrorCode,
  DiscovrSdkLike,
  AddHistoryPayload,
  AddPlaybackPayload,
  GetRowItemsResponse,
  GetRowsResponse,
  Gif,
  GifSearchResponse,
  HeroItem,
  HistoryItem,
  HistoryListResponse,
  Media,
  MediaItem,
  MediaList,
  MediaListResponse,
  MediaProfileMeta,
  NavigationItem,
  PatchPlaybackPayload,
  Page,
  Profile,
  ProviderItem,
  Row,
  RowItem,
  ScrobbleTv,
  SessionSource,
  SessionState,
  SuccessMessage,
  UpdateProfilePayload,
  SignInResult,
  DiscovrClientOptions,
  Drift,
  DriftKind,
} from '../client/index.js';
export type {
  ActiveFilter,
  FilterKind,
  FilterPreset,
  FiltersChange,
  FilterSpec,
  FilterVocabulary,
  MediaType,
  Option,
  PageFilterFormValues,
} from '../filters/index.js';
export {
  ActiveFilters,
  adaptSdk,
  createSessionSource,
  DeviceSignIn,
  DiscovrGate,
  DiscovrHydration,
  DiscovrPage,
  EmptyPage,
  encryptedCredentialStore,
  Hero,
  localPresetStore,
  MediaCard,
  NavigationStack,
  PageFilterDialog,
  PageFilterForm,
  PageFilterFormActions,
  PageFilterFormActiveFilters,
  PageFilterFormGenres,
  PageFilterFormKeywords,
  PageFilterFormMediaType,
  PageFilterFormPageName,
  PageFilterFormParts,
  PageFilterFormPrompt,
  PageFilterFormRegions,
  PageFilterFormReleaseDate,
  PageFilterFormRoot,
  PageFilterFormRuntime,
  PageFilterFormSummary,
  PageFilterFormWatchProviders,
  ProfilePicker,
  Rail,
  RailGroup,
  RemoteControl,
  remoteKeys,
  SessionDialog,
  SignIn,
  TitlePreview,
  TitleSheet,
  usePageFilterFormContext,
  usePageFilterUrl,
  usePageNavigation,
  useRail,
  useRailGroup,
  useTitlePreview,
} from './onlyInBrowsers.js';
