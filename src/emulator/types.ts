import type { MediaList } from '../api/schemas/titles/list.js';
import type { Row } from '../api/schemas/row.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import type { WatchProvider } from '../filters/vocabulary/watchProviders.js';
import type { CatalogueTitle } from './catalogue/catalogueTitle.js';
import type { MakeIdentifier } from './identifiers.js';
import type { Destination } from './pages/destinations.js';
import type { StoredProfile } from './profiles/profiles.js';
import type { TitleIndex } from './titles/titleIndex.js';

/** What stands behind a refresh token. */
export interface RefreshGrant {
  readonly refreshToken: string;
  readonly publicId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
}

/** A device code that was handed out and not yet used. */
export interface StoredDeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  /** Milliseconds. */
  readonly expiresAtMs: number;
  decision?: 'approved' | 'denied';
}

/** A code that stands for a person's consent until an app redeems it. */
interface StoredAuthorizationCode {
  readonly clientId: string;
  readonly redirectUri: string;
  /** SHA-256 of the verifier that the app keeps, in base64url. */
  readonly codeChallenge: string;
  /** Milliseconds. */
  readonly expiresAtMs: number;
}

/** What a profile has told, as a snapshot uses it. It is taken when a session is minted and does not change with it. */
export interface Taste {
  /** Keys of the titles that are recommended no more. */
  readonly disliked: ReadonlySet<number>;
  /** Keys of the titles that come last: seen to their end. */
  readonly finished: ReadonlySet<number>;
  /** Liked titles, those liked last first. */
  readonly liked: readonly CatalogueTitle[];
  /** Genres of which more is liked than disliked. */
  readonly likedGenres: readonly number[];
  /** Titles that were begun and not finished, those played last first. */
  readonly begun: readonly CatalogueTitle[];
}

/** A minted session; its id seeds the order of titles. */
export interface StoredSession {
  readonly id: string;
  readonly profileId: string;
  /** What the profile had told by then. */
  readonly taste: Taste;
  /** Ids of its pages. */
  readonly pageIds: Set<string>;
  isExpired: boolean;
}

/** A page that was created, with the session it belongs to. */
export interface StoredPage {
  readonly id: string;
  readonly sessionId: string;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  /** In canonical form; empty for the default page. */
  readonly filters: FilterSpec;
  name: string | undefined;
  /** How many navigation rows lie between a created page and this one. */
  level: number;
  isOutdated: boolean;
}

/** What a row holds, before it is written for the wire. */
export type RowContent =
  | { readonly kind: 'media'; readonly entries: readonly CatalogueTitle[] }
  | { readonly kind: 'navigation'; readonly entries: readonly Destination[] }
  | { readonly kind: 'provider'; readonly entries: readonly WatchProvider[] };

/** A row that was made. */
export interface StoredRow {
  readonly id: string;
  readonly title: string;
  readonly type: Row['type'];
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  /** What it holds; found out at the first call. */
  readonly content: () => RowContent;
}

/** The rows of one page, made one by one as they are asked for. */
export interface PageRows {
  /** The first so many, as far as there are any. */
  first(count: number): readonly StoredRow[];
  /** The row of an id. */
  find(rowId: string): StoredRow | undefined;
}

/** One entry of a profile's history. */
export interface StoredHistoryEntry {
  readonly mediaId: string;
  readonly season?: number | undefined;
  readonly episode?: number | undefined;
  /** Rises with each entry that is made. */
  readonly order: number;
  /** Date and time, ISO 8601. */
  readonly createdAt: string;
  updatedAt: string;
  progress: number;
  watchedCount: number;
  imported?: boolean | undefined;
}

/** Where the playback of a title stands. */
interface StoredPlayback {
  progress: number;
  /** Date and time, ISO 8601. */
  updatedAt: string;
  season?: number | undefined;
  episode?: number | undefined;
}

/** What one profile has told of its taste. */
export interface ProfileRecord {
  /** Media ids of each list, each with a number that rises with the time it was added. */
  readonly lists: Readonly<Record<MediaList, Map<string, number>>>;
  /** Oldest first. */
  readonly history: StoredHistoryEntry[];
  /** By media id. */
  readonly playback: Map<string, StoredPlayback>;
  /** The next number of an entry. */
  nextOrder: number;
}

/** Everything one emulator remembers: one account with its profiles, tokens, sessions and pages. */
export interface EmulatorState {
  readonly now: () => number;
  readonly makeIdentifier: MakeIdentifier;
  /** Signs session tokens; made anew for each emulator. */
  readonly secret: string;
  readonly sessionLifetimeMs: number;
  /** Newest first. */
  readonly profiles: StoredProfile[];
  /** By refresh token. */
  readonly grants: Map<string, RefreshGrant>;
  /** By device code, oldest first. */
  readonly deviceCodes: Map<string, StoredDeviceCode>;
  /** The same devices by user code. */
  readonly userCodes: Map<string, StoredDeviceCode>;
  /** By code, oldest first. */
  readonly authorizationCodes: Map<string, StoredAuthorizationCode>;
  /** The latest ones by session id, oldest first. */
  readonly sessions: Map<string, StoredSession>;
  /** By page id. */
  readonly pages: Map<string, StoredPage>;
  /** Page ids by session and canonical filters. */
  readonly pageIds: Map<string, string>;
  /** Rows by page id, made as they are asked for. */
  readonly rows: Map<string, PageRows>;
  /** What the profiles have told, by profile id. */
  readonly records: Map<string, ProfileRecord>;
  /** The catalogue, prepared at its first use. */
  readonly titles: () => TitleIndex;
}
