export {
  ActiveFilters,
  type ActiveFiltersClassNames,
  type ActiveFiltersProps,
} from './components/ActiveFilters/ActiveFilters.js';
export { DeviceSignIn, type DeviceSignInProps } from './components/DeviceSignIn/DeviceSignIn.js';
export { EmptyPage, type EmptyPageProps } from './components/EmptyPage/EmptyPage.js';
export type { EmptyPageChange, EmptyPageClassNames } from './components/EmptyPage/types.js';
export { DiscovrGate, type DiscovrGateProps } from './components/DiscovrGate/DiscovrGate.js';
export type { PageFilterDialogClassNames } from './components/PageFilterDialog/classNames.js';
export { PageFilterDialog, type PageFilterDialogProps } from './components/PageFilterDialog/PageFilterDialog.js';
export { DiscovrPage, type DiscovrPageProps } from './components/DiscovrPage/DiscovrPage.js';
export type { ApplyFewerFilters, DiscovrPageClassNames } from './components/DiscovrPage/types.js';
export {
  useDiscovrPage,
  type DiscovrPageStatus,
  type UseDiscovrPageOptions,
  type UseDiscovrPageResult,
} from './components/DiscovrPage/useDiscovrPage.js';
export { Hero, type HeroProps } from './components/Hero/Hero.js';
export type { HeroClassNames, RenderHeroActions } from './components/Hero/types.js';
export { useCarousel, type UseCarouselOptions, type UseCarouselResult } from './components/Hero/useCarousel.js';
export { MediaCard, type MediaCardProps } from './components/MediaCard/MediaCard.js';
export type { MediaCardClassNames, MediaCardItem } from './components/MediaCard/MediaCardFace.js';
export { PageFilterForm } from './components/PageFilterForm/PageFilterForm.js';
export type { PageFilterFormProps } from './components/PageFilterForm/PageFilterFormDropIn.js';
export {
  PageFilterFormActions,
  type PageFilterFormActionsProps,
} from './components/PageFilterForm/parts/PageFilterFormActions.js';
export {
  PageFilterFormActiveFilters,
  type PageFilterFormActiveFiltersProps,
} from './components/PageFilterForm/parts/PageFilterFormActiveFilters.js';
export {
  PageFilterFormGenres,
  type PageFilterFormGenresProps,
} from './components/PageFilterForm/parts/PageFilterFormGenres.js';
export {
  PageFilterFormKeywords,
  type PageFilterFormKeywordsProps,
} from './components/PageFilterForm/parts/PageFilterFormKeywords.js';
export {
  PageFilterFormMediaType,
  type PageFilterFormMediaTypeProps,
} from './components/PageFilterForm/parts/PageFilterFormMediaType.js';
export {
  PageFilterFormPageName,
  type PageFilterFormPageNameProps,
} from './components/PageFilterForm/parts/PageFilterFormPageName.js';
export {
  PageFilterFormRegions,
  type PageFilterFormRegionsProps,
} from './components/PageFilterForm/parts/PageFilterFormRegions.js';
export {
  PageFilterFormReleaseDate,
  type PageFilterFormReleaseDateProps,
} from './components/PageFilterForm/parts/PageFilterFormReleaseDate.js';
export {
  PageFilterFormRoot,
  type PageFilterFormRootProps,
} from './components/PageFilterForm/parts/PageFilterFormRoot.js';
export {
  PageFilterFormRuntime,
  type PageFilterFormRuntimeProps,
} from './components/PageFilterForm/parts/PageFilterFormRuntime.js';
export {
  PageFilterFormSummary,
  type PageFilterFormSummaryProps,
} from './components/PageFilterForm/parts/PageFilterFormSummary.js';
export {
  PageFilterFormWatchProviders,
  type PageFilterFormWatchProvidersProps,
} from './components/PageFilterForm/parts/PageFilterFormWatchProviders.js';
export { useFieldErrorText } from './components/PageFilterForm/fieldErrorText.js';
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
export { RailGroup, type RailGroupProps } from './components/Rail/RailGroup.js';
export type { RailActions, RailClassNames } from './components/Rail/types.js';
export {
  useRail,
  type RailItemProps,
  type RailPlace,
  type UseRailOptions,
  type UseRailResult,
} from './components/Rail/useRail.js';
export type { RailPaging } from './components/Rail/useRailPaging.js';
export { useRailGroup, type UseRailGroupResult } from './components/Rail/useRailGroup.js';
export type { SessionGateProps } from './components/SessionGates/gateProps.js';
export { SessionDialog, type SessionDialogProps } from './components/SessionGates/SessionDialog.js';
export { SignedIn } from './components/SessionGates/SignedIn.js';
export { SignedOut } from './components/SessionGates/SignedOut.js';
export { WithProfile, type WithProfileProps } from './components/SessionGates/WithProfile.js';
export { SignIn, type SignInProps } from './components/SignIn/SignIn.js';
export { TitleSheet } from './components/TitleSheet/TitleSheet.js';
export type {
  PlayDetails,
  ProviderHref,
  RenderPlay,
  ResumePoint,
  TitleSheetClassNames,
  TitleSheetProps,
} from './components/TitleSheet/types.js';
export {
  useTitleSheet,
  type TitleToggle,
  type UseTitleSheetOptions,
  type UseTitleSheetResult,
} from './components/TitleSheet/useTitleSheet.js';
export type { ColorScheme } from './react/provider/context.js';
export type {
  DiscovrEvent,
  DiscovrEventDetails,
  EmptyPageShown,
  EventItem,
  EventPage,
  EventRow,
  FiltersApplied,
  FocusDwell,
  ItemClick,
  ItemImpression,
  PageHealed,
  PageShown,
  PlaybackProgress,
  RowImpression,
  TitleAction,
} from './react/events/discovrEvent.js';
export { useDiscovrEvents } from './react/events/useDiscovrEvents.js';
export { usePageEvents } from './react/events/usePageEvents.js';
export type { ShownPage } from './react/events/locateElements.js';
export type { DiscovrOperation, FailureDetails, OnDiscovrError } from './react/failures/discovrFailure.js';
export { useErrorText } from './react/failures/useErrorText.js';
export { localPresetStore, type FilterPresetStore } from './react/filters/presetStore.js';
export { createPageQueryOptions } from './react/pages/createPageQueryOptions.js';
export { DiscovrHydration, type DiscovrHydrationProps } from './react/provider/DiscovrHydration.js';
export { DiscovrProvider, type DiscovrProviderProps } from './react/provider/DiscovrProvider.js';
export { RemoteControl, type RemoteControlProps } from './react/remote/RemoteControl.js';
export { remoteKeys, type RemoteAction, type RemoteKeys } from './focus/remote/remoteKeys.js';
export { historyQueryOptions } from './react/titles/history/historyQueryOptions.js';
export { listItemsQueryOptions } from './react/titles/lists/listItemsQueryOptions.js';
export type { ListVariables } from './react/titles/lists/listChange.js';
export { mediaHistoryQueryOptions } from './react/titles/history/mediaHistoryQueryOptions.js';
export { mediaProfileMetaQueryOptions } from './react/titles/mediaProfileMetaQueryOptions.js';
export { mediaQueryOptions } from './react/titles/mediaQueryOptions.js';
export { gifSearchQueryOptions, type GifSearchQueryOptions } from './react/profiles/gifSearchQueryOptions.js';
export { pageQueryOptions } from './react/pages/pageQueryOptions.js';
export type { BatchesQueryOptions } from './react/query/batchesQueryOptions.js';
export type { PrefetchTarget } from './react/pages/fetchPageAhead.js';
export { prefetchPage, type PrefetchPageOptions } from './react/pages/prefetchPage.js';
export { profileImagesQueryOptions } from './react/profiles/profileImagesQueryOptions.js';
export { profilesQueryOptions } from './react/profiles/profilesQueryOptions.js';
export {
  discovrKeys,
  discovrTitleKeys,
  type BatchSize,
  type GifSearchOptions,
  type HistoryPlace,
  type KeyOwner,
  type WithProviders,
} from './react/query/queryKeys.js';
export type { OfProfile } from './react/query/profileScope.js';
export { rowItemsQueryOptions } from './react/pages/rows/rowItemsQueryOptions.js';
export {
  rowsQueryOptions,
  type RowsBatch,
  type RowsQueryOptions,
  type RowsToken,
} from './react/pages/rows/rowsQueryOptions.js';
export {
  useAddHistory,
  type UseAddHistoryOptions,
  type UseAddHistoryResult,
} from './react/titles/history/useAddHistory.js';
export {
  useAddPlayback,
  type UseAddPlaybackOptions,
  type UseAddPlaybackResult,
} from './react/titles/playback/useAddPlayback.js';
export { useCreatePage, type UseCreatePageOptions, type UseCreatePageResult } from './react/pages/useCreatePage.js';
export {
  useCreateProfile,
  type UseCreateProfileOptions,
  type UseCreateProfileResult,
} from './react/profiles/useCreateProfile.js';
export {
  useDeleteProfile,
  type UseDeleteProfileOptions,
  type UseDeleteProfileResult,
} from './react/profiles/useDeleteProfile.js';
export {
  useDeviceSignIn,
  type DeviceSignInProgress,
  type UseDeviceSignInOptions,
  type UseDeviceSignInResult,
} from './react/session/useDeviceSignIn.js';
export { useDislike } from './react/titles/lists/useDislike.js';
export type { DiscovrImageKind, DiscovrImageProps, RenderImage } from './react/provider/renderImage.js';
export { useDiscovr, type UseDiscovrResult } from './react/provider/useDiscovr.js';
export { useHistory } from './react/titles/history/useHistory.js';
export { useLike } from './react/titles/lists/useLike.js';
export { useListItems } from './react/titles/lists/useListItems.js';
export type { UseListMutationOptions, UseListMutationResult } from './react/titles/lists/useListMutation.js';
export { useMedia, type UseMediaOptions, type UseMediaResult } from './react/titles/useMedia.js';
export { useMediaHistory, type UseMediaHistoryOptions } from './react/titles/history/useMediaHistory.js';
export {
  useMediaProfileMeta,
  type UseMediaProfileMetaOptions,
  type UseMediaProfileMetaResult,
} from './react/titles/useMediaProfileMeta.js';
export {
  useFilteredPage,
  type PageSource,
  type UseFilteredPageOptions,
  type UseFilteredPageResult,
} from './react/pages/useFilteredPage.js';
export type { FilterProbe } from './react/filters/probeFilter.js';
export { useFilterProbe, type UseFilterProbeResult } from './react/filters/useFilterProbe.js';
export { usePage, type UsePageOptions, type UsePageResult } from './react/pages/usePage.js';
export {
  useFilterPresets,
  type UseFilterPresetsOptions,
  type UseFilterPresetsResult,
} from './react/filters/useFilterPresets.js';
export {
  usePageFilterUrl,
  type SetFiltersOptions,
  type UsePageFilterUrlOptions,
  type UsePageFilterUrlResult,
} from './react/filters/usePageFilterUrl.js';
export { usePrefetchPage, type PrefetchPage } from './react/pages/usePrefetchPage.js';
export { usePageNavigation } from './react/navigation/usePageNavigation.js';
export type { NavigationArrival, NavigationMove } from './react/navigation/navigationStore.js';
export type { PageNavigationTab } from './react/navigation/navigationTab.js';
export type {
  PageNavigationLevel,
  PageNavigationTabState,
  PageNavigationTarget,
  UsePageNavigationOptions,
  UsePageNavigationResult,
} from './react/navigation/types.js';
export { useProfiles, type UseProfilesOptions, type UseProfilesResult } from './react/profiles/useProfiles.js';
export {
  useRemoveHistory,
  type UseRemoveHistoryOptions,
  type UseRemoveHistoryResult,
} from './react/titles/history/useRemoveHistory.js';
export { useRowItems } from './react/pages/rows/useRowItems.js';
export { useRows } from './react/pages/rows/useRows.js';
export type { UseBatchesOptions, UseBatchesResult } from './react/query/useScopedBatches.js';
export {
  useScrobble,
  type PlayerEvent,
  type UseScrobbleOptions,
  type UseScrobbleResult,
} from './react/titles/playback/useScrobble.js';
export {
  useSelectProfile,
  type UseSelectProfileOptions,
  type UseSelectProfileResult,
} from './react/profiles/useSelectProfile.js';
export type { SignInProgress } from './react/session/signInFlow.js';
export { useSignIn, type UseSignInOptions, type UseSignInResult } from './react/session/useSignIn.js';
export type { SessionRequest, SessionRequestOptions } from './react/session/sessionRequest.js';
export { useSession } from './react/session/useSession.js';
export {
  useSetPlayback,
  type UseSetPlaybackOptions,
  type UseSetPlaybackResult,
} from './react/titles/playback/useSetPlayback.js';
export {
  useSetProgress,
  type SetProgressVariables,
  type UseSetProgressOptions,
  type UseSetProgressResult,
} from './react/titles/history/useSetProgress.js';
export { useSignOut, type UseSignOutOptions, type UseSignOutResult } from './react/session/useSignOut.js';
export {
  useUpdateProfile,
  type UpdateProfileVariables,
  type UseUpdateProfileOptions,
  type UseUpdateProfileResult,
} from './react/profiles/useUpdateProfile.js';
export { useSuperLike } from './react/titles/lists/useSuperLike.js';
export { useWatchlist } from './react/titles/lists/useWatchlist.js';
export type { CardAction, CardLinkProps } from './ui/pictures/CardRoot.js';
export type { PageFilterFormClassNames } from './ui/classNames.js';
export { onPageReplaced, type PageReplaced } from './react/pages/pageHealing.js';
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
  type CompletedWebSignIn,
  type CreatePagePayload,
  type CreatePageResponse,
  type CreateProfilePayload,
  type CredentialStore,
  type DiscovrClientLike,
  type DiscovrClientOptions,
  type DiscovrCredential,
  type DiscovrErrorCode,
  type DiscovrSdkLike,
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
  type WebSignInOptions,
  type SignInResult,
  type SignOutResult,
} from './client/index.js';
export type {
  ActiveFilter,
  FilterKind,
  FilterPreset,
  FiltersChange,
  FiltersChangeReason,
  FilterSpec,
  FilterVocabulary,
  MediaType,
  Option,
  PageFilterFormValues,
  PageFilterPayload,
  RangeKind,
  VocabularyKind,
} from './filters/index.js';
