import { parseJson } from '../har/har.js';
import { decodedBase64 } from '../har/pseudonyms.js';
import {
  answered,
  bodyOf,
  both,
  codeOf,
  fieldsOf,
  has,
  itemsOf,
  succeeded,
  type Body,
  type Exchange,
  type Fact,
  type Seen,
} from './seen.js';

/** Facts about sign-in, sessions, profiles and avatars, in the order of `docs/contract.md`. */
export const sessionFacts: readonly Fact[] = [
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
  {
    id: 'lifetimes',
    fact: 'lifetimes',
    value: 'refresh token 90 days, session token 30 minutes',
    basis: 'documented',
    where: '`session/clock.ts`',
    notice: 'Sessions are renewed too early or too late.',
    find: (seen) =>
      seen.all(
        // The server of an app may return a session that it minted earlier, and says how long it lasts.
        mints(seen).filter((one) => Math.abs(leftOf(one)) < MANY_SECONDS && bodyOf(one)['remainingMs'] === undefined),
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
      both(
        seen.answers('GET /profiles', (body, one) => {
          const times = itemsOf(one).map(({ createdAt }) => Date.parse(String(createdAt)));
          const isNewestFirst = times.every((time, index) => index === 0 || time <= times[index - 1]!);
          return Array.isArray(body['profiles']) && isNewestFirst && itemsOf(one).every(isProfile);
        }),
        seen.answers('GET /profiles/{id}', isProfile),
      ),
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
      both(
        seen.answers(
          'POST /auth/device-codes',
          (body) =>
            has(body, { deviceCode: 'string', userCode: 'string', authQRCode: 'string', expiresIn: 'number' }) &&
            Number(body['expiresIn']) >= 30_000,
        ),
        // The server of an app keeps the refresh token, and says `approved`.
        seen.all(
          seen.on('POST /auth/device-codes/{code}/poll').filter(answered),
          (one) =>
            has(bodyOf(one), { refreshToken: 'string' }) ||
            /^(?:pending|approved)$/.test(String(bodyOf(one)['status'])),
        ),
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
];

const isProfile = (profile: Body) =>
  has(profile, { id: 'string', name: 'string', avatarUrl: 'string', createdAt: 'string' });

/** More seconds than a clock is wrong by: a larger difference means another unit. */
const MANY_SECONDS = 10_000_000;

const mints = (seen: Seen) => seen.on('POST /auth/session-token').filter(succeeded);

/** Returns the seconds that a minted session had left, by the clock of this device. */
const leftOf = (one: Exchange) => Number(bodyOf(one)['expiresAt']) - one.time;

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

/** Returns the claims of a JWT, which is a pseudonym with the times of the original. */
const claimsOf = (token: unknown) => fieldsOf(parseJson(decodedBase64(String(token).split('.')[1] ?? '')));
