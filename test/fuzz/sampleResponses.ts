import type { EndpointName } from './endpoints.js';

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
