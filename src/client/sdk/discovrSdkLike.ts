import type { SearchGifsOptions } from '../../api/publicApi.js';
import type { GifSearchResponse } from '../../api/schemas/gif.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../../api/schemas/page.js';
import type {
  CreateProfileResponse,
  GetProfilesResponse,
  Profile,
  UpdateProfilePayload,
} from '../../api/schemas/profile.js';
import type { PagingOptions } from '../../api/pagingOptions.js';
import type { GetRowsResponse, Row } from '../../api/schemas/row.js';
import type { TitleMethods } from '../titles/titleMethods.js';

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
