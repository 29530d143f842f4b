export {
  DiscovrError,
  isAbortError,
  isDiscovrError,
  type DiscovrErrorCode,
  type DiscovrErrorDetails,
  type DiscovrIssue,
  type KnownErrorCode,
} from '../shared/errors.js';
export type {
  IdentityApi,
  CreateProfilePayload,
  CreateProfileResponse,
  GetProfilesResponse,
  Profile,
  UpdateProfilePayload,
} from '../api/profiles.js';
export type { MediaProfileMetaOptions, Media, MediaProfileMeta } from '../api/mediaFacts.js';
export type {
  HistoryEntryOptions,
  MediaHistoryOptions,
  ScrobbleTv,
  AddHistoryPayload,
  HistoryItem,
  HistoryListResponse,
  PatchHistoryPayload,
} from '../api/history.js';
export type { Drift, DriftKind } from '../api/drift.js';
export type { PagingOptions } from '../api/paging.js';
export { entryOfEpisode, type EpisodeOfSeries, type MediaList } from '../api/facts.js';
export type { AddSimpleListItemPayload, MediaListResponse, SuccessMessage } from '../api/lists.js';
export type { HeroItem, MediaItem } from '../api/media.js';
export type { CreatePagePayload, CreatePageResponse, Page } from '../api/pages.js';
export type {
  AddPlaybackPayload,
  PatchPlaybackPayload,
  ScrobbleBody,
  ScrobbleResponse,
  ScrobbleSkipBody,
  ScrobbleSkipResponse,
} from '../api/playback.js';
export type { GetRowItemsResponse, GetRowsResponse, NavigationItem, ProviderItem, Row, RowItem } from '../api/rows.js';
export type {
  PublicApi,
  RequestDeviceCodeOptions,
  SearchGifsOptions,
  Gif,
  GifSearchResponse,
} from '../api/publicApi.js';
export type {
  DeviceCodePayload,
  DeviceCodeResponse,
  DeviceCodeTokenResponse,
  PollDeviceCodeResponse,
} from '../api/device.js';
export type {
  MintSessionTokenPayload,
  SessionTokenResponse,
  SignOutSession200Response,
  MintOptions,
  SignOutOptions,
} from '../api/session.js';
export type { SessionApi, TitleApi } from '../api/sessionApi.js';
export type { CallOptions } from '../api/transport.js';
export type { AuthorizationCodePayload } from '../api/webSignIn.js';
export type { FilterSpec, MediaType } from '../filters/filterSpec.js';
export type { DeviceSignIn, DeviceSignInState } from '../session/deviceSignIn.js';
export {
  memoryCredentialStore,
  type SignInResult,
  type DiscovrCredential,
  type CredentialStore,
} from '../session/credential.js';
export { encryptedCredentialStore } from '../session/encryptedStore.js';
export type { SessionRefreshed } from '../session/tokens.js';
export type { SessionState, SignedOutReason } from '../session/sessionState.js';
export type { ReceivedMessage, SignInPopup } from '../platform/platform.js';
export type {
  SignInReport,
  WebSignInEnvironment,
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
  WebSignInOptions,
} from '../session/web/environment.js';
export { adaptSdk, DiscovrClient } from './browserClient.js';
export type {
  AuthStateChange,
  DiscovrClientOptions,
  SignOutResult,
  AddHistoryItemOptions,
  AddPlaybackItemOptions,
  IterateOptions,
  PatchPlaybackItemOptions,
  ScrobbleOptions,
} from './options.js';
export type { DiscovrClientLike, SdkMethod } from './clientLike.js';
export type { DiscovrSdkLike, SdkRows } from './sdk/sdkCalls.js';
export { createSessionSource, type SessionSourceOptions } from './sessionSource.js';
export type { SessionSource, SessionSourceCalls, BackEndSignIn } from './backEnd.js';
