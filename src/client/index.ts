export {
  DiscovrError,
  isAbortError,
  isDiscovrError,
  type DiscovrErrorCode,
  type DiscovrErrorDetails,
  type DiscovrIssue,
  type KnownErrorCode,
} from '../api/errors/discovrError.js';
export type { IdentityApi } from '../api/identityApi.js';
export type { MediaProfileMetaOptions } from '../api/mediaApi.js';
export type { HistoryEntryOptions, MediaHistoryOptions } from '../api/historyApi.js';
export type { PagingOptions } from '../api/pagingOptions.js';
export { entryOfEpisode, type EpisodeOfSeries } from '../api/schemas/titles/entryOfEpisode.js';
export type { ScrobbleTv } from '../api/schemas/titles/episode.js';
export type {
  AddHistoryPayload,
  HistoryItem,
  HistoryListResponse,
  PatchHistoryPayload,
} from '../api/schemas/titles/history.js';
export type { MediaList } from '../api/schemas/titles/mediaLists.js';
export type { AddSimpleListItemPayload, MediaListResponse, SuccessMessage } from '../api/schemas/titles/list.js';
export type { HeroItem, MediaItem } from '../api/schemas/media.js';
export type { Media, MediaProfileMeta } from '../api/schemas/titles/mediaFacts.js';
export type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
export type {
  AddPlaybackPayload,
  PatchPlaybackPayload,
  ScrobbleBody,
  ScrobbleResponse,
  ScrobbleSkipBody,
  ScrobbleSkipResponse,
} from '../api/schemas/titles/playback.js';
export type {
  GetRowItemsResponse,
  GetRowsResponse,
  NavigationItem,
  ProviderItem,
  Row,
  RowItem,
} from '../api/schemas/row.js';
export type { PublicApi, RequestDeviceCodeOptions, SearchGifsOptions } from '../api/publicApi.js';
export type {
  DeviceCodePayload,
  DeviceCodeResponse,
  DeviceCodeTokenResponse,
  PollDeviceCodeResponse,
} from '../api/schemas/device.js';
export type { Gif, GifSearchResponse } from '../api/schemas/gif.js';
export type {
  CreateProfilePayload,
  CreateProfileResponse,
  GetProfilesResponse,
  Profile,
  UpdateProfilePayload,
} from '../api/schemas/profile.js';
export type {
  MintSessionTokenPayload,
  SessionTokenResponse,
  SignOutSession200Response,
} from '../api/schemas/session.js';
export type { SessionApi } from '../api/sessionApi.js';
export type { TitleApi } from '../api/titleApi.js';
export type { CallOptions } from '../api/http/transport.js';
export type { MintOptions, SignOutOptions } from '../api/tokenEndpoints.js';
export type { AuthorizationCodePayload } from '../api/webSignInEndpoints.js';
export type { FilterSpec, MediaType } from '../filters/filterSpec.js';
export type { DeviceSignIn, DeviceSignInState } from '../session/device/deviceSignIn.js';
export type { SignInResult } from '../session/signInResult.js';
export type { DiscovrCredential } from '../session/store/credential.js';
export { memoryCredentialStore, type CredentialStore } from '../session/store/credentialStore.js';
export { encryptedCredentialStore } from '../session/store/encryptedCredentialStore.js';
export type { SessionRefreshed } from '../session/tokens/sessionTokens.js';
export type { SessionState, SignedOutReason } from '../session/state/sessionState.js';
export type { SignInPopup } from '../session/web/openPopup.js';
export type { ReceivedMessage, SignInReport, WebSignInEnvironment } from '../session/web/webSignInEnvironment.js';
export type {
  CompletedWebSignIn,
  SignInWithPopupOptions,
  SignInWithWebAuthOptions,
  WebSignInOptions,
} from '../session/web/webSignInOptions.js';
export { adaptSdk } from './sdk/adaptSdk.js';
export type { AuthStateChange, DiscovrClientOptions, SignOutResult } from './clientOptions.js';
export { DiscovrClient } from './DiscovrClient.js';
export type { DiscovrClientLike } from './discovrClientLike.js';
export type { DiscovrSdkLike, SdkRows } from './sdk/discovrSdkLike.js';
export type { TitleMethods } from './titles/titleMethods.js';
export type {
  AddHistoryItemOptions,
  AddPlaybackItemOptions,
  IterateOptions,
  PatchPlaybackItemOptions,
  ScrobbleOptions,
} from './titles/titleOptions.js';
export { createSessionSource, type SessionSource, type SessionSourceOptions } from './sessionSource/sessionSource.js';
export type { SessionSourceCalls, BackEndSignIn } from './sessionSource/sessionSourceCalls.js';
