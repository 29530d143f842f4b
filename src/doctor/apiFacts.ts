import { decodedBase64 } from '../har/pseudonyms.js';
import { parseJson } from '../har/har.js';
import {
  answered,
  bodyOf,
  failed,
  fieldsOf,
  has,
  isFullUrl,
  itemsOf,
  lists,
  mediaId,
  sentBodyOf,
  succeeded,
  type Body,
  type Exchange,
  type Fact,
  type Finding,
  type Seen,
} from './seen.js';

/** Facts about sign-in, sessions, profiles and pages, in the order of `docs/contract.md`. */
export const apiFacts: readonly Fact[] = [
  {
    id: 'base-url',
    fact: 'base URL',
    value: '`https://api.discovr.media`',
    basis: 'documented',
    where: '`client/options.ts`',
  },
  {
    id: 'tiers',
    fact: 'authorization',
    value:
      '`Authorization: Bearer …`; the refresh token (`rt_…`) for `/profiles*` and `/auth/session*`, the session token (a JWT) for `/pages/*`, `/profile/*` and `/media/*`',
    basis: 'documented',
    where: '`api/tiers.ts`',
    notice: 'Nothing loads: calls reject with `WRONG_TOKEN_KIND` or `TOKEN_INVALID`.',
    find: (seen) => {
      const right = ofTier(seen, true);
      const isWrong = (one: Exchange) => codeOf(one) === 'WRONG_TOKEN_KIND';
      const refused = right.find((one) => one.status === 401 && one.token === 'session');
      // A token that was just minted, and that no path takes, is of the wrong kind. Others may have expired.
      if (refused && mints(seen).length > 0 && !right.some((one) => one.token === 'session' && succeeded(one))) {
        return { isSo: false, shownBy: refused };
      }
      return seen.all(
        right.filter((one) => answered(one) || isWrong(one)),
        (one) => !isWrong(one),
      );
    },
  },
  {
    id: 'lifetimes',
    fact: 'lifetimes',
    value: 'refresh token 90 days, session token 30 minutes',
    basis: 'documented',
    where: '`session/clock.ts`',
    notice: 'Sessions are renewed too early or too late.',
    find: (seen) =>
      seen.all(
        mints(seen).filter((one) => Math.abs(leftOf(one)) < MANY_SECONDS),
        (one) => Math.abs(leftOf(one) - 30 * 60) < 5 * 60,
      ),
  },
  {
    id: 'expires-at',
    fact: '`expiresAt`',
    value: 'Unix seconds',
    basis: 'documented',
    where: '`api/session.ts`',
    notice: 'A session is minted for each call.',
    find: (seen) => seen.all(mints(seen), (one) => Math.abs(leftOf(one)) < MANY_SECONDS),
  },
  {
    id: 'mint',
    fact: '`POST /auth/session-token` `{ profileId }`',
    value: '`{ sessionToken, sessionId, expiresAt }`; each call creates a snapshot',
    basis: 'documented',
    where: '`api/session.ts`',
    notice: 'Nobody can choose a profile.',
    find: (seen) =>
      seen.answers('POST /auth/session-token', (body) =>
        has(body, { sessionToken: 'string', sessionId: 'string', expiresAt: 'number' }),
      ),
  },
  {
    id: 'sign-out',
    fact: '`DELETE /auth/session`',
    value: '`{ revoked }`; other devices stay signed in; minted session tokens stay valid until they expire',
    basis: 'documented',
    where: '`api/session.ts`',
    notice: 'Signing out says that it failed.',
    find: (seen) => seen.answers('DELETE /auth/session', (body) => has(body, { revoked: 'boolean' })),
  },
  {
    id: 'profiles',
    fact: '`GET /profiles`, `GET /profiles/{id}`',
    value: '`{ profiles }`, newest first; a profile has `id`, `name`, `avatarUrl` (image or MP4), `createdAt`',
    basis: 'documented',
    where: '`api/profiles.ts`',
    notice: 'The profile picker is empty, or shows an error.',
    find: (seen) =>
      seen.answers('GET /profiles', (body, one) => {
        const times = itemsOf(one).map(({ createdAt }) => Date.parse(String(createdAt)));
        const isNewestFirst = times.every((time, index) => index === 0 || time <= times[index - 1]!);
        return (
          Array.isArray(body['profiles']) &&
          isNewestFirst &&
          itemsOf(one).every((profile) =>
            has(profile, { id: 'string', name: 'string', avatarUrl: 'string?', createdAt: 'string' }),
          )
        );
      }),
  },
  {
    id: 'device-codes',
    fact: '`POST /auth/device-codes`, `POST /auth/device-codes/{code}/poll`',
    value:
      "`{ deviceCode, userCode, authQRCode, expiresIn }`, `expiresIn` in milliseconds; a refresh token, `{ status: 'pending' }`, or 401",
    basis: 'documented',
    where: '`api/publicApi.ts`',
    notice: 'Televisions cannot sign in, or their code expires at once.',
    find: (seen) =>
      seen.answers(
        'POST /auth/device-codes',
        (body) =>
          has(body, { deviceCode: 'string', userCode: 'string', authQRCode: 'string', expiresIn: 'number' }) &&
          Number(body['expiresIn']) >= 30_000,
      ),
  },
  {
    id: 'denied-code',
    fact: 'a denied device code returns 401, with another code than an expired one',
    basis: 'inferred',
    where: '`session/deviceSignIn.ts`',
    notice: 'A denied sign-in says that the code has expired.',
  },
  {
    id: 'web-sign-in',
    fact: '`/authorize` with PKCE (S256), which responds by redirect or by a message `{ type, code \\| error, state }`; `POST /auth/code`',
    basis: 'inferred',
    where: '`api/webSignIn.ts`',
    notice: 'Signing in by popup or redirect fails.',
    find: (seen) => seen.answers('POST /auth/code', (body) => has(body, { refreshToken: 'string' })),
  },
  {
    id: 'token-iat',
    fact: 'a session token contains `iat`',
    basis: 'inferred',
    where: '`session/tokens.ts`',
    notice: 'On a device with a wrong clock, sessions are renewed too early or too late.',
    find: (seen) => seen.all(mints(seen), (one) => claimsOf(bodyOf(one)['sessionToken'])['iat'] !== undefined),
  },
  {
    id: 'rotation',
    fact: 'a mint can return a `refreshToken` that replaces the one of the request',
    basis: 'inferred',
    where: '`server/session/signIn.ts`',
    find: (seen) => {
      const rotated = mints(seen).find((one) => bodyOf(one)['refreshToken'] !== undefined);
      return rotated && { isSo: typeof bodyOf(rotated)['refreshToken'] === 'string', shownBy: rotated };
    },
  },
  {
    id: 'profile-routes',
    fact: '`DELETE /profiles/{id}`, `GET /profile-images`',
    basis: 'inferred',
    where: '`api/profiles.ts`, `api/publicApi.ts`',
    notice: 'The form of a profile offers no ready-made avatars, or cannot delete.',
    find: (seen) =>
      seen.answers(
        'GET /profile-images',
        (_body, one) => Array.isArray(one.body) && one.body.every((url) => typeof url === 'string'),
      ),
  },
  {
    id: 'sdk-results',
    fact: "an SDK's `getProfiles()` returns the list or `{ profiles }`, its `createProfile()` the id or `{ profileId }`; it may have `deleteProfile()`",
    basis: 'inferred',
    where: '`client/sdk/sdkCalls.ts`',
  },
  {
    id: 'gif-search',
    fact: '`GET /gif-search` `q`, `limit`, `pos`, `contentfilter`, `country`, `locale`',
    value: '`{ items, next }`, `next` null or absent at the end; the app must name the service',
    basis: 'documented',
    where: '`api/publicApi.ts`',
    notice: 'The search for animated avatars finds nothing.',
    find: (seen) =>
      seen.answers(
        'GET /gif-search',
        (body, one) =>
          Array.isArray(body['items']) &&
          has(body, { next: 'string?' }) &&
          itemsOf(one).every((gif) =>
            has(gif, {
              id: 'string',
              url: 'string',
              preview: 'object',
              description: 'string',
              tags: 'array',
              width: 'number',
              height: 'number',
            }),
          ),
      ),
  },
  {
    id: 'gif-locale',
    fact: '`locale` of `GET /gif-search` is a language code and an optional country code, such as `pt_BR`',
    basis: 'inferred',
    where: '`components/ProfilePicker/form/GifSearch.tsx`',
    notice: 'The search for animated avatars fails, or ignores the language.',
    find: (seen) =>
      seen.all(
        seen.on('GET /gif-search').filter((one) => one.query.has('locale') && answered(one)),
        succeeded,
      ),
  },
  {
    id: 'create-page',
    fact: '`POST /pages` `{ pageFilters?, name? }`',
    value: '`{ id, createdAt, pageFilters? }`; without filters, the default page',
    basis: 'documented',
    where: '`api/pages.ts`',
    notice: 'No page can be created.',
    find: (seen) =>
      seen.all(seen.on('POST /pages').filter(succeeded), (one) =>
        has(bodyOf(one), { id: 'string', createdAt: 'string', pageFilters: 'object?' }),
      ),
  },
  {
    id: 'page',
    fact: '`GET /pages/{id}`',
    value: '`{ id, name?, createdAt, pageFilters?, hero }`; ten hero items',
    basis: 'documented',
    where: '`api/pages.ts`',
    notice: 'Pages show an error, or no hero.',
    find: (seen) =>
      seen.all(
        seen.on('GET /pages/{id}').filter(succeeded),
        (one) =>
          has(bodyOf(one), {
            id: 'string',
            name: 'string?',
            createdAt: 'string',
            pageFilters: 'object?',
            hero: 'array',
          }) && heroOf(one).length <= 10,
      ),
  },
  {
    id: 'media-ids',
    fact: 'media ids',
    value: '`MV_<tmdb>` and `TV_<tmdb>`; images are full URLs despite the `_path` suffix',
    basis: 'documented',
    where: '`api/media.ts`',
    notice: 'Titles are missing from rails, or have no picture.',
    find: (seen) =>
      seen.all(
        [...itemRoutes.flatMap((route) => seen.on(route)), ...seen.on('GET /pages/{id}')].filter(
          (one) => succeeded(one) && titlesOf(one).length > 0,
        ),
        (one) =>
          titlesOf(one).every(
            ({ id, poster_path, backdrop_path }) =>
              mediaId.test(String(id)) && isFullUrl(poster_path) && isFullUrl(backdrop_path),
          ),
      ),
  },
  {
    id: 'equal-filters',
    fact: 'equal filters in one session',
    value:
      'return the same page; in a new session, another one, and the old page 401 `SESSION_EXPIRED` with `pageLevelFilters`',
    basis: 'documented',
    where: 'emulator: `pages.ts`',
    notice: 'A page changes when the app is opened again.',
    find: (seen) => samePage(seen, (one, other) => hasName(one) === hasName(other)),
  },
  {
    id: 'filter-ids',
    fact: 'genres and keywords are TMDB ids, watch providers the same as strings, regions ISO 3166-1 alpha-2 codes',
    basis: 'inferred',
    where: '`filters/filterSpec.ts`',
    notice: 'Filters are refused, or do something else.',
    find: (seen) =>
      seen.all(
        filtered(seen, (filters) => 'genres' in filters),
        succeeded,
      ),
  },
  {
    id: 'matching',
    fact: 'a title must match every field, and one value of a list; bounds are inclusive; swapped bounds return 400',
    basis: 'inferred',
    where: '`filters/filterSpec.ts`, emulator',
    notice: 'Swapped bounds show an empty page instead of an error at the field.',
    find: (seen) =>
      seen.all(
        filtered(seen, ({ with_runtime_gte: low, with_runtime_lte: high }) => Number(low) > Number(high)),
        ({ status }) => status === 400,
      ),
  },
  {
    id: 'page-name',
    fact: "a page's name is not part of its identity",
    basis: 'inferred',
    where: 'emulator: `pages.ts`',
    notice: 'Renaming a page changes its titles.',
    find: (seen) => samePage(seen, (one, other) => hasName(one) !== hasName(other)),
  },
  {
    id: 'whole-hero',
    fact: 'a hero with fewer than ten titles has all titles of its page',
    basis: 'inferred',
    where: '`components/EmptyPage/useSuggestions.ts`',
  },
  {
    id: 'hero-facts',
    fact: 'image paths may be null; hero items may have `overview`, `logo_path`, `release_date`, `runtime`, `genres` and `seasons`',
    basis: 'inferred',
    where: '`api/media.ts`',
    notice: 'The hero shows only titles.',
    find: (seen) =>
      seen.all(
        seen.on('GET /pages/{id}').filter((one) => succeeded(one) && heroOf(one).length > 0),
        (one) => heroOf(one).some(({ overview }) => typeof overview === 'string'),
      ),
  },
  {
    id: 'error-body',
    fact: 'error body `{ code, message }`, also read as `{ error: { code } }`; validation as `issues: [{ path, message }]`',
    basis: 'inferred',
    where: '`api/body.ts`',
    notice: 'Errors are shown with a general text.',
    find: (seen) =>
      seen.all(
        seen.where(failed),
        (one) => codeOf(one) !== '' && (codeOf(one) !== 'VALIDATION_FAILED' || Array.isArray(bodyOf(one)['issues'])),
      ),
  },
  {
    id: 'statuses',
    fact: 'a 403 without a code is read as `FORBIDDEN`, a 404 as `NOT_FOUND`; a 429 has `Retry-After`; the id of the request is in `x-request-id`',
    basis: 'inferred',
    where: '`api/body.ts`',
    notice: 'Errors have no id that support could look up.',
    find: (seen) =>
      seen.all(
        // In a browser, scripts see the other headers only if the API exposes them.
        seen.where(
          (one) => (failed(one) || one.status === 429) && (one.headers.has('date') || one.headers.has('x-request-id')),
        ),
        ({ status, headers }) => headers.has(status === 429 ? 'retry-after' : 'x-request-id'),
      ),
  },
  {
    id: 'body-limit',
    fact: 'a request body over 1 MB returns 413 `PAYLOAD_TOO_LARGE`',
    basis: 'inferred',
    where: 'emulator: `bodyLimit.ts`',
  },
  {
    id: 'wrong-tier',
    fact: 'a token of the wrong tier returns 403 `WRONG_TOKEN_KIND`',
    value: 'the code is documented, the status _inferred_',
    basis: 'inferred',
    where: 'emulator: `tiers.ts`',
    notice: 'Nothing: the library checks the tier before it sends.',
    find: (seen) =>
      seen.all(
        ofTier(seen, false).filter((one) => answered(one) || one.status === 401),
        (one) => one.status === 403 && codeOf(one) === 'WRONG_TOKEN_KIND',
      ),
  },
];

/** More seconds than a clock is wrong by: a larger difference means another unit. */
const MANY_SECONDS = 10_000_000;

const mints = (seen: Seen) => seen.on('POST /auth/session-token').filter(succeeded);

/** Returns the seconds that a minted session had left, by the clock of this device. */
const leftOf = (one: Exchange) => Number(bodyOf(one)['expiresAt']) - one.time;

/** Returns the code of an error; empty if there is none. */
function codeOf(one: Exchange): string {
  const { code } = fieldsOf(bodyOf(one)['error'] ?? one.body);
  return typeof code === 'string' ? code : '';
}

/** Returns the exchanges whose token belongs to the tier of their path, or those whose token belongs to the other one. */
const ofTier = (seen: Seen, isRight: boolean) =>
  seen.where(({ path, token }) => {
    const needed = path.startsWith('/profiles')
      ? 'refresh'
      : /^\/(?:pages|profile|media)(?:\/|$)/.test(path)
        ? 'session'
        : undefined;
    return needed !== undefined && token !== 'none' && (needed === token) === isRight;
  });

const filtersOf = (one: Exchange) => fieldsOf(sentBodyOf(one)['pageFilters']);

/** Returns the creations of pages whose filters meet a condition. */
const filtered = (seen: Seen, isMeant: (filters: Body) => boolean) =>
  seen.on('POST /pages').filter((one) => answered(one) && isMeant(filtersOf(one)));

/** Judges whether the first two creations with the same filters that meet a condition return the same page. */
function samePage(seen: Seen, isMeant: (one: Exchange, other: Exchange) => boolean): Finding | undefined {
  const created = seen.on('POST /pages').filter(succeeded);
  const key = (one: Exchange) => JSON.stringify(filtersOf(one));
  for (const [index, one] of created.entries()) {
    const other = created.slice(index + 1).find((later) => key(later) === key(one) && isMeant(one, later));
    if (other) return { isSo: bodyOf(one)['id'] === bodyOf(other)['id'], shownBy: other };
  }
  return undefined;
}

const hasName = (one: Exchange) => 'name' in sentBodyOf(one);

const heroOf = (one: Exchange) => {
  const { hero } = bodyOf(one);
  return Array.isArray(hero) ? hero.map(fieldsOf) : [];
};

const itemRoutes = ['GET /pages/{id}/rows/{row}/items', ...lists.map((list) => `GET /profile/${list}`)];

/** Returns the titles of a page's hero or of a list. */
const titlesOf = (one: Exchange) => [
  ...heroOf(one),
  ...itemsOf(one).filter(({ type }) => type === undefined || type === 'media'),
];

/** Returns the claims of a JWT, which is a pseudonym with the times of the original. */
const claimsOf = (token: unknown) => fieldsOf(parseJson(decodedBase64(String(token).split('.')[1] ?? '')));
