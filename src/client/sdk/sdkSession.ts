import type { CreatePagePayload, CreatePageResponse, Page } from '../../api/pages.js';
import type { PagingOptions } from '../../api/paging.js';
import type { CreateProfileResponse, GetProfilesResponse, Profile, UpdateProfilePayload } from '../../api/profiles.js';
import type { GifSearchResponse, SearchGifsOptions } from '../../api/publicApi.js';
import type { GetRowsResponse, Row } from '../../api/rows.js';
import type { SessionState } from '../../session/sessionState.js';
import { abortError } from '../../shared/abort.js';
import type { TitleMethods } from '../clientLike.js';

/** Forms in which an SDK may return rows. */
export type SdkRows = GetRowsResponse | (Omit<GetRowsResponse, 'rows'> & { items: Row[] }) | Row[];

/**
 * Methods of the official SDK that this library uses. An instance of the SDK fits this type, and so does any object
 * with these methods. The parameters of the observers follow the SDK's documentation. Optional methods are used if they
 * exist. The methods about rows and titles have the signatures of this library, but never receive a `signal`.
 */
export interface DiscovrSdkLike extends Partial<Omit<TitleMethods, 'getRows'>> {
  createPage(payload?: CreatePagePayload): Promise<CreatePageResponse>;
  getPage(pageId: string): Promise<Page>;
  /** Returns the id of the active profile, if there is one. */
  getActiveProfileId(): string | null | undefined;
  /** Calls the listener immediately with the current state, then on each change. */
  onAuthStateChanged(listener: (change: { signedIn: boolean }) => void): (() => void) | void;
  /** Calls the listener immediately with the current session, then on each renewal. */
  onSessionRefreshed(
    listener: (session: { profileId?: string | null; expiresAt?: number | null }) => void,
  ): (() => void) | void;
  signOut?(): Promise<unknown>;
  /** Returns the profiles or the whole response. The SDK does not document which, so both are accepted (inferred). */
  getProfiles?(): Promise<Profile[] | GetProfilesResponse>;
  /** Returns the id or the whole response. The SDK does not document which, so both are accepted (inferred). */
  createProfile?(name: string, avatarUrl: string): Promise<string | CreateProfileResponse>;
  updateProfile?(profileId: string, changes: UpdateProfilePayload): Promise<Profile>;
  /** Not documented by the SDK (inferred). */
  deleteProfile?(profileId: string): Promise<unknown>;
  selectProfile?(profileId: string): Promise<unknown>;
  getProfileImages?(): Promise<string[]>;
  /** Returns rows in a form that the SDK does not document, so all of {@link SdkRows} are accepted (inferred). */
  getRows?(pageId: string, options?: Omit<PagingOptions, 'signal'>): Promise<SdkRows>;
  searchGifs?(query: string, options?: Omit<SearchGifsOptions, 'signal'>): Promise<GifSearchResponse>;
}

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

/** A number that grows with each change of the session (`epoch`), or with each sign-out (`accountEpoch`). */
export type EpochName = 'epoch' | 'accountEpoch';

/** The session of an SDK, as its observers report it. */
export interface SdkSession {
  now(): { readonly state: SessionState } & Readonly<Record<EpochName, number>>;
}

/**
 * Returns a function that throws an `AbortError` when a result or a call is outdated: the user of the account
 * (`accountEpoch`) or the profile (`epoch`) has changed since then. If there is none at the moment, nothing is outdated.
 */
export function guardOf(session: SdkSession, epochName: EpochName): () => void {
  const { state, [epochName]: began } = session.now();
  const isKnown = state.status === 'active' || (epochName === 'accountEpoch' && state.status === 'signedIn');
  return () => {
    if (session.now()[epochName] !== began && isKnown) {
      throw abortError('The profile changed or the user signed out during the call.');
    }
  };
}
