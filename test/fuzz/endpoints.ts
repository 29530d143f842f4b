import { createIdentityApi, type IdentityApi } from '../../src/api/profiles.js';
import { createPublicApi, type PublicApi } from '../../src/api/publicApi.js';
import { createSessionApi, type SessionApi } from '../../src/api/sessionApi.js';
import { createTransport } from '../../src/api/transport.js';

/** Name of an endpoint of any tier. The compiler checks that none is missing below. */
export type EndpointName = keyof IdentityApi | keyof SessionApi | keyof PublicApi;

/** Placeholders with the format of tokens. No server accepts them. */
const REFRESH_TOKEN = 'rt_placeholder';
const SESSION_TOKEN = 'header.payload.signature';
const MEDIA_ID = 'MV_550';

/** Returns one function for each endpoint. It calls the endpoint through a custom `fetch`. */
export function endpointsOver(
  fetch: typeof globalThis.fetch,
  timeoutMs = 15_000,
): Record<EndpointName, () => Promise<unknown>> {
  const send = createTransport({ basePath: 'https://api.discovr.media', fetch, timeoutMs });
  const identity = createIdentityApi(send, (call) => call(REFRESH_TOKEN));
  const session = createSessionApi(send, (call) => call(SESSION_TOKEN));
  const open = createPublicApi(send);
  return {
    getProfiles: () => identity.getProfiles(),
    getProfile: () => identity.getProfile('profile_1'),
    createProfile: () => identity.createProfile({ name: 'Alex', avatarUrl: 'https://example.com/a.png' }),
    updateProfile: () => identity.updateProfile('profile_1', { name: 'Alex' }),
    deleteProfile: () => identity.deleteProfile('profile_1'),
    mintSessionToken: () => identity.mintSessionToken({ profileId: 'profile_1' }),
    signOutSession: () => identity.signOutSession(),
    createPage: () => session.createPage({}),
    getPage: () => session.getPage('page_1'),
    getRows: () => session.getRows('page_1'),
    getRow: () => session.getRow('page_1', 'row_1'),
    getRowItems: () => session.getRowItems('page_1', 'row_1'),
    getMedia: () => session.getMedia(MEDIA_ID),
    getMediaProfileMeta: () => session.getMediaProfileMeta(MEDIA_ID, { providers: true }),
    addListItem: () => session.addListItem('liked', { mediaId: MEDIA_ID }),
    removeListItem: () => session.removeListItem('liked', MEDIA_ID),
    getListItems: () => session.getListItems('liked'),
    getHistory: () => session.getHistory(),
    addHistory: () => session.addHistory({ mediaId: MEDIA_ID }),
    getMediaHistory: () => session.getMediaHistory(MEDIA_ID),
    patchHistory: () => session.patchHistory(MEDIA_ID, { progress: 50 }),
    removeHistory: () => session.removeHistory(MEDIA_ID),
    addPlayback: () => session.addPlayback({ mediaId: MEDIA_ID }),
    patchPlayback: () => session.patchPlayback({ mediaId: MEDIA_ID }),
    scrobble: () => session.scrobble(MEDIA_ID, { progress: 50 }),
    scrobbleSkip: () => session.scrobbleSkip(MEDIA_ID, { from: 1, to: 2, duration: 60 }),
    requestDeviceCode: () => open.requestDeviceCode({ clientID: 'fuzz' }),
    pollDeviceCode: () => open.pollDeviceCode('dvc_placeholder'),
    redeemAuthorizationCode: () =>
      open.redeemAuthorizationCode({
        code: 'code',
        codeVerifier: 'verifier',
        clientID: 'fuzz',
        redirectUri: 'https://example.com/',
      }),
    getProfileImages: () => open.getProfileImages(),
    searchGifs: () => open.searchGifs('cat'),
  };
}

/** Names of all endpoints. */
export const endpointNames = Object.keys(endpointsOver(fetch)) as EndpointName[];
