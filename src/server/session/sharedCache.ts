import * as z from 'zod/mini';
import { startDeadline } from '../../shared/time.js';
import { encodeText } from '../../shared/url.js';
import { tolerant } from '../../api/reading.js';
import { SESSION_LIFETIME_MS } from '../../session/clock.js';
import type { Sealer } from '../cookies/sealer.js';
import type { ServerSettings, SessionCache } from '../serverSettings.js';
import { mintedSessionSchema } from './store.js';

/** How long a call to the cache may take, in milliseconds. */
const CACHE_TIMEOUT_MS = 1_000;
/**
 * After a failure, calls are sent for this time without waiting for their result, in milliseconds. A call that succeeds
 * ends it.
 */
const OUTAGE_MS = 5_000;

const entrySchema = z.object({
  /** Id of a mint that is running or has failed. */
  claim: tolerant(z.string()),
  /** Why the mint with this claim failed. */
  error: tolerant(z.object({ code: z.string(), status: tolerant(z.number()), retryAfter: tolerant(z.number()) })),
  session: tolerant(mintedSessionSchema),
  /** Refresh token that replaces that of the sign-in. */
  nextRefreshToken: tolerant(z.string()),
  /** Whether the sign-in has ended, perhaps during the mint with this claim. */
  hasEnded: tolerant(z.boolean()),
  /** Whether another sign-in of the same browser has ended it. */
  isFollowed: tolerant(z.boolean()),
});
const contentSchema = z.object({ key: z.string(), entry: entrySchema });

/** What the processes of the app tell each other about a session or a sign-in. */
export type SharedEntry = Partial<z.infer<typeof entrySchema>>;

/** Encrypted entries in the session cache. Without a cache, every call fails. */
export interface SharedCache {
  /** Returns an entry, which is empty if there is none. Returns `undefined` if the call failed. */
  get(key: string): Promise<SharedEntry | undefined>;
  /** Returns whether the call succeeded. */
  set(key: string, entry: SharedEntry, lifetimeMs: number): Promise<boolean>;
  del(key: string): Promise<void>;
}

/** Key of the session of a profile, of the claim to mint it, and of the failure of the mint. */
export function sessionKey(user: string, profileId: string): string {
  return `discovr:session:${user}:${encodeText(profileId)}`;
}

/** Key of the refresh token that replaces that of a sign-in. */
export function replacedKey(user: string): string {
  return `discovr:replaced:${user}`;
}

/** Key of the end of a sign-in. */
export function endKey(user: string): string {
  return `discovr:ended:${user}`;
}

/** Key that says that another sign-in of the same browser has ended one: apart, so that its later end keeps it. */
export function followedKey(user: string): string {
  return `discovr:followed:${user}`;
}

/** Whether an entry is the claim of a mint that is running. */
export function isRunning({ claim, error, hasEnded }: SharedEntry): boolean {
  return claim !== undefined && !error && !hasEnded;
}

/** Creates the entries that the processes of the app share. */
export function createSharedCache({ sessionCache }: ServerSettings, sealer: Sealer): SharedCache {
  let outageEnd = 0;

  /**
   * Returns the answer of the cache in a list, because the answer itself can be `undefined`. Returns `undefined` if the
   * cache fails or does not respond.
   */
  const call = async (send: (cache: SessionCache) => Promise<unknown>): Promise<[unknown] | undefined> => {
    if (!sessionCache) return undefined;
    const deadline = startDeadline(performance.now() < outageEnd ? 0 : CACHE_TIMEOUT_MS);
    const sent = async (): Promise<[unknown]> => {
      const answer = await send(sessionCache);
      outageEnd = 0;
      return [answer];
    };
    try {
      return await deadline.race(sent());
    } catch {
      outageEnd = performance.now() + OUTAGE_MS;
      return undefined;
    } finally {
      deadline.release();
    }
  };

  return {
    async get(key) {
      const found = await call((cache) => cache.get(key));
      const content = found && (await sealer.open('cache', found[0], contentSchema));
      // An entry that was copied to the key of another user counts as absent.
      return content?.key === key ? content.entry : found && {};
    },
    async set(key, entry, lifetimeMs) {
      const ttl = Math.max(1, Math.floor(lifetimeMs / 1000));
      const sent = await call(async (cache) => {
        // The cache ends the lifetime. The encrypted text lasts longer, because the clocks of the processes may differ.
        const sealed = await sealer.seal('cache', { key, entry }, SESSION_LIFETIME_MS);
        return cache.set(key, sealed, { ttl });
      });
      return sent !== undefined;
    },
    del: async (key) => void (await call((cache) => cache.del(key))),
  };
}
