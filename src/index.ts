export {
  ActiveFilters,
  type ActiveFiltersClassNames,
  type ActiveFiltersProps,
} from './components/ActiveFilters/ActiveFilters.js';
export { DeviceSignIn, type DeviceSignInProps } from './components/DeviceSignIn/DeviceSignIn.js';
export { EmptyPage, type EmptyPageProps } from './components/EmptyPage/EmptyPage.js';
export type { EmptyPageChange, EmptyPageClassNames } from './components/EmptyPage/types.js';
export { DiscovrGate, type DiscovrGateProps } from './components/DiscovrGate/DiscovrGate.js';
export {
  PageFilterDialog,
  type PageFilterDialogClassNames,
  type PageFilterDialogProps,
} from './components/PageFilterDialog/PageFilterDialog.js';
export { DiscovrPage, type DiscovrPageProps } from './components/DiscovrPage/DiscovrPage.js';
export type { DiscovrPageClassNames } from './components/DiscovrPage/types.js';
export {
  useDiscovrPage,
  type UseDiscovrPageOptions,
  type UseDiscovrPageResult,
} from './components/DiscovrPage/useDiscovrPage.js';
export { Hero, type HeroProps } from './components/Hero/Hero.js';
export type { HeroClassNames } from './components/Hero/types.js';
export { MediaCard, type MediaCardProps, type MediaCardClassNames } from './components/MediaCard/MediaCard.js';
export { PageFilterForm } from './components/PageFilterForm/PageFilterForm.js';
export type { PageFilterFormProps } from './components/PageFilterForm/PageFilterFormDropIn.js';
export {
  PageFilterFormActions,
  type PageFilterFormActionsProps,
} from './components/PageFilterForm/PageFilterFormActions.js';
export {
  PageFilterFormActiveFilters,
  PageFilterFormPageName,
  PageFilterFormSummary,
} from './components/PageFilterForm/PageFilterFormSummary.js';
export {
  PageFilterFormGenres,
  PageFilterFormKeywords,
  PageFilterFormMediaType,
  PageFilterFormRegions,
  PageFilterFormWatchProviders,
} from './components/PageFilterForm/PageFilterFormChoices.js';
export {
  PageFilterFormReleaseDate,
  PageFilterFormRuntime,
  type PageFilterFormReleaseDateProps,
} from './components/PageFilterForm/PageFilterFormRanges.js';
export { PageFilterFormParts } from './components/PageFilterForm/PageFilterFormDropIn.js';
export { PageFilterFormPrompt } from './components/PageFilterForm/PageFilterFormPrompt.js';
export { PageFilterFormRoot, type PageFilterFormRootProps } from './components/PageFilterForm/PageFilterFormRoot.js';
export { useFieldErrorText } from './components/PageFilterForm/fieldErrors.js';
export type { FilterFormMessages } from './components/PageFilterForm/filterFormMessages.js';
export type {
  DroppedChoices,
  PageFilterFormController,
  UsePageFilterFormOptions,
  UsePageFilterFormResult,
} from './components/PageFilterForm/types.js';
export { usePageFilterForm, usePageFilterFormContext } from './components/PageFilterForm/usePageFilterForm.js';
export { NavigationStack, type NavigationStackProps } from './components/NavigationStack/NavigationStack.js';
export type { NavigationStackClassNames, NavigationStackPage } from './components/NavigationStack/types.js';
export { ProfilePicker, type ProfilePickerProps } from './components/ProfilePicker/ProfilePicker.js';
export { Rail, type RailProps } from './components/Rail/Rail.js';
export { RailGroup, useRailGroup, type RailGroupProps, type UseRailGroupResult } from './components/Rail/RailGroup.js';
export type { RailActions, RailClassNames } from './components/Rail/types.js';
export {
  useRail,
  type RailItemProps,
  type RailPlace,
  type UseRailOptions,
  type UseRailResult,
} from './components/Rail/useRail.js';
export {
  SignedIn,
  SignedOut,
  WithProfile,
  type SessionGateProps,
  type WithProfileProps,
} from './components/SessionGates/SessionGates.js';
export { SessionDialog, type SessionDialogProps } from './components/SessionGates/SessionDialog.js';
export { SignIn, type SignInProps } from './components/SignIn/SignIn.js';
export {
  TitlePreview,
  type TitlePreviewClassNames,
  type TitlePreviewProps,
} from './components/TitlePreview/TitlePreview.js';
export {
  useTitlePreview,
  type PreviewedCard,
  type TitlePreviewController,
} from './components/TitlePreview/useTitlePreview.js';
export { TitleSheet } from './components/TitleSheet/TitleSheet.js';
export type { PlayDetails, ResumePoint, TitleSheetClassNames, TitleSheetProps } from './components/TitleSheet/types.js';
export {
  useTitleSheet,
  type TitleToggle,
  type UseTitleSheetOptions,
  type UseTitleSheetResult,
} from './components/TitleSheet/useTitleSheet.js';
export type { ColorScheme } from './react/provider/context.js';
export type { DiscovrEvent, EventItem, EventPage, EventRow } from './react/events/events.js';
export { useDiscovrEvents } from './react/events/useDiscovrEvents.js';
export { usePageEvents } from './react/events/usePageEvents.js';
export type { ShownPage } from './react/events/locate.js';
export type { DiscovrOperation, OnDiscovrError } from './react/failures/failures.js';
export { useErrorText } from './react/failures/useFailures.js';
export { localPresetStore } from './react/filters/localPresetStore.js';
export {
  useFilterPresets,
  type FilterPresetStore,
  type UseFilterPresetsOptions,
  type UseFilterPresetsResult,
} from './react/filters/useFilterPresets.js';
export {
  createPageQueryOptions,
  pageQueryOptions,
  rowItemsQueryOptions,
  rowsQueryOptions,
  type RowsBatch,
  type RowsQueryOptions,
  type RowsToken,
} from './react/pages/queries.js';
export { DiscovrHydration, type DiscovrHydrationProps } from './react/provider/DiscovrHydration.js';
export { DiscovrProvider, type DiscovrProviderProps } from './react/provider/DiscovrProvider.js';
export { RemoteControl, type RemoteControlProps } from './television/RemoteControl.js';
export { remoteKeys, type RemoteAction, type RemoteKeys } from './focus/remoteKeys.js';
export {
  historyQueryOptions,
  listItemsQueryOptions,
  mediaHistoryQueryOptions,
  mediaProfileMetaQueryOptions,
  mediaQueryOptions,
} from './react/titles/queries.js';
export type { UpdateListVariables } from './react/titles/listChange.js';
export {
  gifSearchQueryOptions,
  profileImagesQueryOptions,
  profilesQueryOptions,
  type GifSearchQueryOptions,
} from './react/profiles/queries.js';
export type { BatchesQueryOptions, DiscovrMutationOptions } from './react/query/options.js';
export { prefetchPage, type PrefetchTarget, type PrefetchPageOptions } from './react/pages/prefetchPage.js';
export {
  discovrKeys,
  discovrTitleKeys,
  type BatchSize,
  type GifSearchOptions,
  type HistoryPlace,
  type WithProviders,
} from './react/query/keys.js';
export type { OfProfile } from './react/query/profileScope.js';
export {
  useAddHistory,
  useAddPlayback,
  usePatchHistory,
  usePatchPlayback,
  useRemoveHistory,
  useUpdateList,
  type PatchHistoryVariables,
} from './react/titles/useTitleChanges.js';
export { useCreatePage, usePage, usePrefetchPage } from './react/pages/usePage.js';
export {
  useCreateProfile,
  useDeleteProfile,
  useProfiles,
  useSelectProfile,
  useUpdateProfile,
  type UpdateProfileVariables,
} from './react/profiles/useProfiles.js';
export {
  useDeviceSignIn,
  type DeviceSignInProgress,
  type UseDeviceSignInOptions,
  type UseDeviceSignInResult,
} from './react/session/useDeviceSignIn.js';
export type { DiscovrImageProps, RenderImage } from './react/provider/renderImage.js';
export { useDiscovr, type UseDiscovrResult } from './react/provider/useDiscovr.js';
export { useHistory, useListItems, useMedia, useMediaHistory, useMediaProfileMeta } from './react/titles/useTitles.js';
export {
  useFilteredPage,
  type PageSource,
  type UseFilteredPageOptions,
  type UseFilteredPageResult,
} from './react/pages/useFilteredPage.js';
export { useFilterProbe, type FilterProbe, type UseFilterProbeResult } from './react/filters/useFilterProbe.js';
export {
  usePageFilterUrl,
  type SetFiltersOptions,
  type UsePageFilterUrlOptions,
  type UsePageFilterUrlResult,
} from './react/filters/usePageFilterUrl.js';
export {
  usePromptFilters,
  type UsePromptFiltersOptions,
  type UsePromptFiltersResult,
} from './react/filters/usePromptFilters.js';
export { usePageNavigation } from './react/navigation/useNavigation.js';
export type { NavigationArrival } from './react/navigation/navigationStore.js';
export type { PageNavigationTab } from './react/navigation/navigationState.js';
export type {
  PageNavigationLevel,
  PageNavigationTabState,
  PageNavigationTarget,
  UsePageNavigationOptions,
  UsePageNavigationResult,
} from './react/navigation/types.js';
export { useRowItems, useRows } from './react/pages/useRows.js';
export type { DiscovrQueryOptions, UseBatchesOptions, UseBatchesResult } from './react/query/useScoped.js';
export { useScrobble, type UseScrobbleOptions, type UseScrobbleResult } from './react/titles/useScrobble.js';
export type { SignInProgress } from './react/session/signInFlow.js';
export { useSignIn, type UseSignInOptions, type UseSignInResult } from './react/session/useSignIn.js';
export { useSession, useSignOut, type SessionRequestOptions } from './react/session/useSession.js';
export type { CardLinkProps } from './ui/pictures/Poster.js';
export type { PageFilterFormClassNames } from './ui/classNames.js';
export { onPageReplaced } from './react/pages/pageHealing.js';
export type { PageReplaced } from './react/pages/pageReplacements.js';
export type { Message, Messages, MessagesOverride, PluralMessage } from './messages/messages.js';
export {
  adaptSdk,
  createSessionSource,
  DiscovrClient,
  DiscovrError,
  encryptedCredentialStore,
  isAbortError,
  isDiscovrError,
  memoryCredentialStore,
  type CreatePagePayload,
  type CreatePageResponse,
  type CreateProfilePayload,
  type CredentialStore,
  type DiscovrClientLike,
  type DiscovrClientOptions,
  type DiscovrCredential,
  type DiscovrErrorCode,
  type DiscovrSdkLike,
  type Drift,
  type DriftKind,
  type AddHistoryPayload,
  type AddPlaybackPayload,
  type GetRowItemsResponse,
  type GetRowsResponse,
  type Gif,
  type GifSearchResponse,
  type HeroItem,
  type HistoryItem,
  type HistoryListResponse,
  type Media,
  type MediaItem,
  type MediaList,
  type MediaListResponse,
  type MediaProfileMeta,
  type NavigationItem,
  type PatchPlaybackPayload,
  type Page,
  type Profile,
  type ProviderItem,
  type Row,
  type RowItem,
  type ScrobbleTv,
  type SessionSource,
  type SessionState,
  type SuccessMessage,
  type UpdateProfilePayload,
  type SignInResult,
} from './client/index.js';
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
} from './filters/index.js';
