import { createIdentityApi, type IdentityApi } from '../../src/api/profiles.js';
import { createPublicApi, type PublicApi } from '../../src/api/publicApi.js';
import { createSessionApi, type SessionApi } from '../../src/api/sessionApi.js';
import { createTransport } from '../../src/api/transport.js';
import type { Trace } from '../../src/shared/trace.js';

/** Name of an endpoint of any tier. The compiler checks that none is missing below. */
export type EndpointName = keyof IdentityApi | keyof SessionApi | keyof PublicApi;

/** Placeholders with the format of tokens. No server accepts them. */
const REFRESH_TOKEN = 'rt_placeholder';
const SESSION_TOKEN = 'header.payload.signature';
const MEDIA_ID = 'MV_550';

/** Returns one function for each endpoint. It calls the endpoint through a custom `fetch`, once. */
export function endpointsOver(
  fetch: typeof globalThis.fetch,
  { trace = {} }: { trace?: Trace } = {},
): Record<EndpointName, () => Promise<unknown>> {
  const send = createTransport({ basePath: 'https://api.discovr.media', fetch, timeoutMs: 15_000, retries: 0, trace });
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

const at = '2026-01-01T00:00:00Z';
const profile = { id: 'profile_1', name: 'Alex', avatarUrl: 'https://example.com/a.png', createdAt: at };
const media = {
  id: 'MV_550',
  title: 'Fight Club',
  media_type: 'movie',
  type: 'media',
  poster_path: 'https://example.com/p.jpg',
  backdrop_path: null,
};
const row = { id: 'row_1', title: 'Trending', pageId: 'page_1', type: 'top_n', createdAt: at };
const pageFilters = { genres: [35], media_type: 'movie', with_runtime_lte: 100, with_watch_providers: ['8'] };
const entry = {
  ...media,
  mediaType: 'movie',
  updatedAt: at,
  createdAt: at,
  progress: 50,
  completed: false,
  watched_count: 1,
};
const batch = { hasMore: true, nextPageToken: 'next' };
const message = { message: 'Done', added: 'liked', removed: null };
const credential = { refreshToken: 'rt_placeholder', publicId: 'user', expiresAt: 1_900_000_000 };

/** Valid response of each endpoint, from which hostile responses are derived. */
export const sampleResponses: Readonly<Record<EndpointName, unknown>> = {
  getProfiles: { profiles: [profile] },
  getProfile: profile,
  createProfile: { profileId: 'profile_1' },
  updateProfile: profile,
  deleteProfile: { message: 'Deleted' },
  mintSessionToken: { sessionToken: 'header.payload.signature', sessionId: 'feedface', expiresAt: 1_900_000_000 },
  signOutSession: { revoked: true },
  createPage: { id: 'page_1', createdAt: at, pageFilters },
  getPage: {
    id: 'page_1',
    name: 'Friday',
    createdAt: at,
    pageFilters,
    hero: [{ ...media, overview: 'A film.', logo_path: null }],
  },
  getRows: { rows: [row], ...batch },
  getRow: row,
  getRowItems: {
    items: [
      media,
      { type: 'navigation', id: 'nav_1', title: 'Romance', pageId: 'page_2' },
      { type: 'provider', id: '8', title: 'Netflix', logo_path: null },
    ],
    ...batch,
  },
  getMedia: {
    ...media,
    overview: 'A film.',
    runtime: 139,
    release_date: '1999-10-15',
    genres: [18],
    cast: [{ name: 'Brad Pitt', character: 'Tyler Durden' }],
  },
  getMediaProfileMeta: {
    liked: true,
    disliked: false,
    super_liked: false,
    watchlist: true,
    playback: { resumable: true, progress: 30, season: 1, episode: 2 },
    history: true,
    providers: [{ type: 'provider', id: '8', title: 'Netflix', logo_path: null }],
  },
  addListItem: message,
  removeListItem: message,
  getListItems: { items: [media], ...batch },
  getHistory: { items: [entry], ...batch },
  addHistory: message,
  getMediaHistory: { items: [{ ...entry, season: 1, episode: 1 }], ...batch },
  patchHistory: message,
  removeHistory: message,
  addPlayback: message,
  patchPlayback: message,
  scrobble: { status: 'ok' },
  scrobbleSkip: { status: 'ok' },
  requestDeviceCode: {
    deviceCode: 'dvc_placeholder',
    userCode: '1234',
    authQRCode: 'data:image/png;base64,AA==',
    expiresIn: 600_000,
  },
  pollDeviceCode: credential,
  redeemAuthorizationCode: credential,
  getProfileImages: ['https://example.com/a.png'],
  searchGifs: {
    items: [
      {
        id: 'gif_1',
        url: 'https://example.com/g.gif',
        preview: { url: 'https://example.com/p.gif', width: 100, height: 100 },
        description: 'A cat',
        tags: ['cat'],
        tenorUrl: 'https://example.com/t',
        shortTenorUrl: 'https://example.com/s',
        width: 200,
        height: 200,
        createdAt: at,
      },
    ],
    next: 'cursor',
  },
};
