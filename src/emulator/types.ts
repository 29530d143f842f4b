import { mediaLists, type MediaList } from '../api/facts.js';
import type { Row } from '../api/rows.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import type { WatchProvider } from '../filters/vocabulary/watchProviders.js';
import type { CatalogTitle } from './catalog/catalogTitle.js';
import type { MakeIdentifier } from './identifiers.js';
import type { Destination } from './pages/destinations.js';
import type { StoredProfile } from './profiles/profiles.js';
import type { TitleIndex } from './titles/titleIndex.js';

/** Refresh token with its public id and expiry. */
export interface RefreshGrant {
  readonly refreshToken: string;
  readonly publicId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** Device code that was issued and not yet used. */
export interface StoredDeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  /** Unix milliseconds. */
  readonly expiresAtMs: number;
  decision?: 'approved' | 'denied';
}

/** Authorization code of a web sign-in that an app has not redeemed yet. */
interface StoredAuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  /** SHA-256 of the app's code verifier, in base64url. */
  readonly codeChallenge: string;
  /** Unix milliseconds. */
  readonly expiresAtMs: number;
}

/** What a profile liked, disliked and watched when its session was minted. Does not change afterwards. */
export interface Taste {
  /** Keys of disliked titles, which are not recommended. */
  readonly disliked: ReadonlySet<number>;
  /** Keys of titles watched to the end, which are sorted last. */
  readonly finished: ReadonlySet<number>;
  /** Liked titles, most recently liked first. */
  readonly liked: readonly CatalogTitle[];
  /** Genres with more liked than disliked titles. */
  readonly likedGenres: readonly number[];
  /** Titles that were started but not finished, most recently played first. */
  readonly unfinished: readonly CatalogTitle[];
}

/** Minted session. Its id determines the order of titles. */
export interface StoredSession {
  readonly id: string;
  readonly profileId: string;
  /** Taste of the profile when the session was minted. */
  readonly taste: Taste;
  /** Ids of the pages of the session. */
  readonly pageIds: Set<string>;
  isExpired: boolean;
}

/** Created page. */
export interface StoredPage {
  readonly id: string;
  readonly sessionId: string;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  /** In canonical form; empty for the default page. */
  readonly filters: FilterSpec;
  name: string | undefined;
  /** Number of navigation steps from a page that the app created to this page. */
  level: number;
  isOutdated: boolean;
}

/** Content of a row in internal form. */
export type RowContent =
  | { readonly kind: 'media'; readonly entries: readonly CatalogTitle[] }
  | { readonly kind: 'navigation'; readonly entries: readonly Destination[] }
  | { readonly kind: 'provider'; readonly entries: readonly WatchProvider[] };

/** Row of a page. */
export interface StoredRow {
  readonly id: string;
  readonly title: string;
  readonly type: Row['type'];
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  /** Returns the content; computed at the first call. */
  readonly content: () => RowContent;
}

/** Rows of one page, created on demand. */
export interface PageRows {
  /** Returns the first rows, at most `count`. */
  first(count: number): readonly StoredRow[];
  /** Returns the row with the given id. */
  find(rowId: string): StoredRow | undefined;
}

/** One entry of a profile's history. */
export interface StoredHistoryEntry {
  readonly mediaId: string;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
  /** Increases with each created entry. */
  readonly order: number;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  updatedAt: string;
  progress: number;
  watchedCount: number;
  imported?: boolean | undefined;
}

/** Playback position of a title. */
interface StoredPlayback {
  progress: number;
  /** Date and time, ISO 8601. */
  updatedAt: string;
  season?: number | undefined;
  episode?: number | undefined;
}

/** Lists, history and playback of one profile. */
export interface ProfileRecord {
  /** Media ids by list. Each id has a number, which is higher for later additions. */
  readonly lists: Readonly<Record<MediaList, Map<string, number>>>;
  /** Oldest first. */
  readonly history: StoredHistoryEntry[];
  /** By media id. */
  readonly playback: Map<string, StoredPlayback>;
  /** Order number of the next entry. */
  nextOrder: number;
}

/** State of one emulator: one account with its profiles, tokens, sessions and pages. */
export interface EmulatorState {
  readonly now: () => number;
  readonly makeIdentifier: MakeIdentifier;
  /** Key that signs session tokens; random for each emulator. */
  readonly secret: string;
  readonly sessionLifetimeMs: number;
  /** Newest first. */
  readonly profiles: StoredProfile[];
  /** By refresh token. */
  readonly grants: Map<string, RefreshGrant>;
  /** By device code, oldest first. */
  readonly deviceCodes: Map<string, StoredDeviceCode>;
  /** The same device codes by user code. */
  readonly userCodes: Map<string, StoredDeviceCode>;
  /** By code, oldest first. */
  readonly authorizationCodes: Map<string, StoredAuthorizationCode>;
  /** The latest sessions by session id, oldest first. */
  readonly sessions: Map<string, StoredSession>;
  /** By page id. */
  readonly pages: Map<string, StoredPage>;
  /** Page ids by session and canonical filters. */
  readonly pageIds: Map<string, string>;
  /** Rows by page id, created on demand. */
  readonly rows: Map<string, PageRows>;
  /** Records of the profiles by profile id. */
  readonly records: Map<string, ProfileRecord>;
  /** Returns the index of the catalog; built at the first call. */
  readonly titles: () => TitleIndex;
}

/** Returns the record of a profile, and creates an empty one at the first call. */
export function recordOf(state: EmulatorState, profileId: string): ProfileRecord {
  const record = state.records.get(profileId) ?? emptyRecord();
  state.records.set(profileId, record);
  return record;
}

function emptyRecord(): ProfileRecord {
  const lists = Object.fromEntries(mediaLists.map((list) => [list, new Map<string, number>()]));
  // The type of Object.fromEntries does not contain the keys, but every list is present.
  return { lists: lists as ProfileRecord['lists'], history: [], playback: new Map(), nextOrder: 1 };
}
