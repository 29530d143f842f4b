import type { IdentityApi } from '../api/profiles.js';
import type { PublicApi } from '../api/publicApi.js';
import type { SessionApi } from '../api/sessionApi.js';
import type { TransportOptions } from '../api/transport.js';
import type { TokenServer } from '../session/mints.js';
import { loadOnce } from '../shared/lateModule.js';
import type { Calls, CallTokens } from './calls.js';
import { loadPageRequest } from './pageCalls.js';

/**
 * Starts to load the code of the calls, and returns calls that wait for it. If it cannot be loaded, the next call reports
 * this and tries again.
 *
 * @param tokens called once the code is loaded.
 */
export function lateCalls(options: TransportOptions, tokens: () => CallTokens): Calls {
  const load = loadOnce('calls', async () => (await import('./calls.js')).createCalls(options, tokens()));
  for (const each of [load, loadPageRequest]) each().catch(() => undefined);
  return {
    identityApi: lateMethods<IdentityApi>(identityMethods, async () => (await load()).identityApi),
    sessionApi: lateMethods<SessionApi>(sessionMethods, async () => (await load()).sessionApi),
    publicApi: lateMethods<PublicApi>(publicMethods, async () => (await load()).publicApi),
    tokenServer: lateMethods<TokenServer>({ mint: true, revoke: true }, async () => (await load()).tokenServer),
  };
}

const identityMethods: Record<keyof IdentityApi, true> = {
  getProfiles: true,
  getProfile: true,
  createProfile: true,
  updateProfile: true,
  deleteProfile: true,
  mintSessionToken: true,
  signOutSession: true,
};

const publicMethods: Record<keyof PublicApi, true> = {
  requestDeviceCode: true,
  pollDeviceCode: true,
  redeemAuthorizationCode: true,
  getProfileImages: true,
  searchGifs: true,
};

const sessionMethods: Record<keyof SessionApi, true> = {
  createPage: true,
  getPage: true,
  getRows: true,
  getRow: true,
  getRowItems: true,
  getMedia: true,
  getMediaProfileMeta: true,
  addListItem: true,
  removeListItem: true,
  getListItems: true,
  getHistory: true,
  addHistory: true,
  getMediaHistory: true,
  patchHistory: true,
  removeHistory: true,
  addPlayback: true,
  patchPlayback: true,
  scrobble: true,
  scrobbleSkip: true,
};

/** Object whose methods are all asynchronous. */
type AsyncMethods<Api> = { [Name in keyof Api]: (...args: never[]) => Promise<unknown> };

/**
 * Returns an object whose methods first load the object that they belong to.
 *
 * @param names names of all methods.
 * @param load returns the object. Called by each call.
 */
function lateMethods<Api extends AsyncMethods<Api>>(
  names: Readonly<Record<keyof Api, true>>,
  load: () => Promise<Api>,
): Api {
  const methods: [string, AsyncMethods<Api>[keyof Api]][] = [];
  for (const name in names) methods.push([name, async (...args) => (await load())[name](...args)]);
  // Each method calls the method of the same name with its arguments.
  return Object.fromEntries(methods) as unknown as Api;
}
