import type { TransportOptions } from '../api/http/transport.js';
import type { IdentityApi } from '../api/identityApi.js';
import type { PublicApi } from '../api/publicApi.js';
import type { SessionApi } from '../api/sessionApi.js';
import { loadOnce } from '../api/loadOnce.js';
import type { TokenServer } from '../session/tokens/tokenServer.js';
import type { Calls, CallTokens } from './calls.js';
import { lateMethods } from './lateMethods.js';
import { loadPageRequest } from './pages/loadPageRequest.js';

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
