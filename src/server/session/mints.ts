import { notSignedIn } from '../http/refusal.js';
import type { ServerSettings } from '../serverSettings.js';
import type { Upstream } from '../upstream/upstream.js';
import { mintInTurn, type MintInTurnOptions } from './mintInTurn.js';
import { mintSession } from './mintSession.js';
import { endMints, hasEnded, mintOnce, noteReplaced, shareMint, type Mint } from './mintTable.js';
import { ENDED_MS, RECENT_MS } from './mintTiming.js';
import { endKey, replacedKey, sessionKey, type SharedCache } from './sharedCache.js';
import { userHash } from './userHash.js';

/** Request for a mint. */
interface MintRequest extends Pick<MintInTurnOptions, 'isFit' | 'isReplaced'> {
  readonly refreshToken: string;
  readonly profileId: string;
}

/** The mints of a server. */
export interface Mints {
  /**
   * Mints a session, or returns the one that another request mints, in this process or another.
   *
   * @throws {Refusal} 401 when the sign-in ends during the mint; the errors of the API.
   */
  mint(user: string, request: MintRequest): Promise<Mint>;
  /** Revokes the next refresh token of a sign-in that has ended, if the API can be reached. */
  revoke(user: string, nextRefreshToken: string): Promise<void>;
  /** Whether a sign-in has just ended, perhaps in another process. */
  hasEnded(user: string): Promise<boolean>;
}

/** Creates the mints of a server. */
export function createMints(settings: ServerSettings, cache: SharedCache, upstream: Upstream): Mints {
  const { now } = settings;
  let hasWarned = false;

  /** Warns in production too, where an app is more likely to run in several processes. */
  const warnOfRotation = () => {
    if (hasWarned) return;
    hasWarned = true;
    console.warn(
      'discovr-react/server: the API has replaced a refresh token, and there is no sessionCache. If another process of ' +
        'the app now receives the previous cookie, it signs the user out. If the app runs in more than one process, ' +
        'pass a sessionCache to createDiscovrServer().',
    );
  };

  const hasEndedAnywhere: Mints['hasEnded'] = async (user) =>
    hasEnded(user, now()) || (await cache.get(endKey(user)))?.hasEnded === true;

  const revoke: Mints['revoke'] = async (user, nextRefreshToken) => {
    const nextUser = await userHash(settings, nextRefreshToken);
    endMints(nextUser, now());
    await Promise.all([cache.set(endKey(nextUser), { hasEnded: true }, ENDED_MS), cache.del(replacedKey(user))]);
    await upstream
      .identityApi(nextRefreshToken)
      .signOutSession()
      .catch(() => undefined);
  };

  /** Tells other requests the next refresh token. Returns whether the user is still signed in. */
  const announce = async (user: string, { session, nextRefreshToken }: Mint): Promise<boolean> => {
    const users = [...new Set([user, session.user])];
    if (users.some((one) => hasEnded(one, now()))) return false;
    if (nextRefreshToken) {
      if (!settings.sessionCache) warnOfRotation();
      noteReplaced(user, { refreshToken: nextRefreshToken, user: session.user }, now());
      shareMint(user, session);
      // A sign-out writes its entry first and then reads this one, so one of the two processes knows of the other.
      await cache.set(replacedKey(user), { nextRefreshToken }, ENDED_MS);
    }
    return !(await Promise.all(users.map(hasEndedAnywhere))).includes(true);
  };

  /** Writes a minted session to the cache. */
  const store = async (user: string, mint: Mint): Promise<void> => {
    const { session, nextRefreshToken } = mint;
    const key = (owner: string) => sessionKey(owner, session.profileId);
    const lifetimeMs = session.endsAt - now();
    await Promise.all([
      cache.set(key(session.user), { session }, lifetimeMs),
      // For requests with the previous refresh token.
      nextRefreshToken && cache.set(key(user), mint, RECENT_MS),
    ]);
  };

  const mint: Mints['mint'] = (user, { refreshToken, profileId, ...checks }) => {
    const inTurn = async () => {
      let revocation: Promise<void> | undefined;
      try {
        return await mintInTurn({
          ...checks,
          cache,
          key: sessionKey(user, profileId),
          async mint() {
            const minted = await mintSession(settings, upstream, refreshToken, profileId);
            if (await announce(user, minted)) return minted;
            revocation = minted.nextRefreshToken === undefined ? undefined : revoke(user, minted.nextRefreshToken);
            throw notSignedIn();
          },
          store: (minted) => store(user, minted),
        });
      } finally {
        // The waiting processes already know that the sign-in has ended.
        await revocation;
      }
    };
    return mintOnce({ ...checks, user, profileId, now, mint: inTurn });
  };

  return { mint, revoke, hasEnded: hasEndedAnywhere };
}
