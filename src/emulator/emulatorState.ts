import type { EmulatorState } from './types.js';
import { catalogTitles } from './catalog/catalog.js';
import type { EmulatorOptions } from './emulatorOptions.js';
import { createIdentifiers } from './identifiers.js';
import { SESSION_TOKEN_LIFETIME_MS } from './auth/tokens.js';
import { initialProfiles } from './profiles/profiles.js';
import { randomHex } from './random.js';
import { createTitleIndex, type TitleIndex } from './titles/titleIndex.js';

/** Creates the initial state of an emulator. */
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
    titles: () => (titles ??= createTitleIndex(options.catalog ?? catalogTitles())),
  };
}
