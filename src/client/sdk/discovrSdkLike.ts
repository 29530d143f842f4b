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

/** Rows as an SDK may give them. */
export type SdkRows = GetRowsResponse | (Omit<GetRowsResponse, 'rows'> & { items: Row[] }) | Row[];

/**
 * The methods of the official SDK this library uses, and nothing more: an instance of the SDK fits, and so does a class
 * of one's own. Parameters of the observers are as the SDK's documentation describes them. Methods that may be absent
 * are used where they are there; those about rows and titles are this library's own, and never get a `signal`.
 */
export interface DiscovrSdkLike extends Partial<Omit<TitleMethods, 'getRows'>> {
  createPage(payload?: CreatePagePayload): Promise<CreatePageResponse>;
  getPage(pageId: string): Promise<Page>;
  /** Id of the chosen profile, or nothing. */
  getActiveProfileId(): string | null | undefined;
  /** Calls at once with the present state, then at each change. */
  onAuthStateChanged(listener: (change: { signedIn: boolean }) => void): (() => void) | void;
  /** Calls at once with the present session, then at each renewal. */
  onSessionRefreshed(
    listener: (session: { profileId?: string | null; expiresAt?: number | null }) => void,
  ): (() => void) | void;
  signOut?(): Promise<unknown>;
  /** Whether the SDK gives the list or the whole answer is not documented; both are read (inferred). */
  getProfiles?(): Promise<Profile[] | GetProfilesResponse>;
  /** Whether the SDK gives the id or the whole answer is not documented; both are read (inferred). */
  createProfile?(name: string, avatarUrl: string): Promise<string | CreateProfileResponse>;
  updateProfile?(profileId: string, changes: UpdateProfilePayload): Promise<Profile>;
  /** Not in the SDK's documentation (inferred). */
  deleteProfile?(profileId: string): Promise<unknown>;
  selectProfile?(profileId: string): Promise<unknown>;
  getProfileImages?(): Promise<string[]>;
  /** The envelope of the rows is not documented: all three are read (inferred). */
  getRows?(pageId: string, options?: Omit<PagingOptions, 'signal'>): Promise<SdkRows>;
  searchGifs?(query: string, options?: Omit<SearchGifsOptions, 'signal'>): Promise<GifSearchResponse>;
}
