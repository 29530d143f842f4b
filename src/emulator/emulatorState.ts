import type { FilterSpec } from '../filters/filterSpec.js';
import { catalogueTitles } from './catalogue/catalogue.js';
import type { EmulatorOptions } from './emulatorOptions.js';
import { createIdentifiers, type MakeIdentifier } from './identifiers.js';
import { SESSION_TOKEN_LIFETIME_MS } from './auth/lifetimes.js';
import type { PageRows } from './pages/pageRows.js';
import type { ProfileRecord } from './profiles/profileRecord.js';
import { initialProfiles, type StoredProfile } from './profiles/profiles.js';
import { randomHex } from './random.js';
import type { Taste } from './pages/taste.js';
import { createTitleIndex, type TitleIndex } from './titles/titleIndex.js';

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

/** Makes the memory of a new emulator. */
export function createEmulatorState(options: EmulatorOptions): EmulatorState {
  const { now = Date.now, sessionLifetimeMs = SESSION_TOKEN_LIFETIME_MS } = options;
  const makeIdentifier = createIdentifiers(options.seed);
  let titles: TitleIndex | undefined;
  return {
    now,
    makeIdentifier,
    secret: randomHex(64),
    sessionLifetimeMs,
    profiles: initialProfiles(options.profiles, now(), makeIdentifier),
    grants: new Map(),
    deviceCodes: new Map(),
    userCodes: new Map(),
    authorizationCodes: new Map(),
    sessions: new Map(),
    pages: new Map(),
    pageIds: new Map(),
    rows: new Map(),
    records: new Map(),
    titles: () => (titles ??= createTitleIndex(options.catalogue ?? catalogueTitles())),
  };
}
