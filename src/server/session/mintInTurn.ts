import { DiscovrError, isDiscovrError } from '../../shared/errors.js';
import { pause } from '../../shared/time.js';
import { isRefusal, notSignedIn } from '../refusal.js';
import { isRunning, type SharedCache, type SharedEntry } from './sharedCache.js';
import { PATIENCE_MS, POLL_MS, type Mint, type MintedSession } from './store.js';

/** How long a process waits before it reads its claim back, in milliseconds: longer than another one needs to write. */
const SETTLE_MS = 50;
/** How often a process repeats its claim during a mint, in milliseconds: at most {@link SETTLE_MS}. */
const REPEAT_MS = SETTLE_MS;
/** How long a claim stays in the cache, in milliseconds. After a crash, another process mints after this time. */
const CLAIM_MS = 2_000;
/** How long a failure stays in the cache, in milliseconds: until all waiting processes have read it. */
const FAILURE_MS = 2_000;

export interface MintInTurnOptions {
  readonly cache: SharedCache;
  readonly key: string;
  /** Whether the caller can use a session that it finds. */
  readonly isFit: (session: MintedSession) => boolean;
  /** Whether a session is the one that the caller cannot use any more. */
  readonly isReplaced: (session: MintedSession) => boolean;
  /** Mints a session. Throws a {@link Refusal} if the sign-in has ended. */
  readonly mint: () => Promise<Mint>;
  /** Writes the result to the cache, in place of the claim. */
  readonly store: (mint: Mint) => Promise<void>;
}

/**
 * Mints a session while no other process mints it, or returns the one that another process mints. A cache cannot
 * compare and write in one step, so a process writes a claim, waits, and mints if the claim is still its own. If the
 * cache fails, it mints without a claim.
 */
export async function mintInTurn(options: MintInTurnOptions): Promise<Mint> {
  const { cache, key, mint, store } = options;
  const claim = globalThis.crypto.randomUUID();
  const { error, hasEnded, session, nextRefreshToken } = (await waitForTurn(options, claim)) ?? {};
  if (error) throw new DiscovrError(error.code, 'Another process could not mint the session.', error);
  if (hasEnded) throw notSignedIn();
  if (session) return { session, nextRefreshToken };
  const minting = new AbortController();
  const repeated = repeatClaim(options, claim, minting.signal);
  const stop = () => {
    minting.abort();
    return repeated;
  };
  try {
    const result = await mint();
    await stop();
    await store(result);
    return result;
  } catch (failure) {
    await stop();
    const entry = outcomeOf(failure);
    await (entry ? cache.set(key, { claim, ...entry }, FAILURE_MS) : cache.del(key));
    throw failure;
  }
}

/**
 * Returns what the processes that wait for a mint learn of its failure. After an unexpected error, they mint
 * themselves.
 */
function outcomeOf(failure: unknown): SharedEntry | undefined {
  if (isRefusal(failure)) return { hasEnded: true };
  if (!isDiscovrError(failure)) return undefined;
  const { code, status, retryAfter } = failure;
  return { error: { code, status, retryAfter } };
}

/** Waits until this process may mint, or returns the result of another one. */
async function waitForTurn(
  { cache, key, isFit, isReplaced }: MintInTurnOptions,
  claim: string,
): Promise<SharedEntry | undefined> {
  let awaited: string | undefined;
  let patienceEnd = 0;
  let unfitId: string | undefined;
  let hasClaimed = false;
  for (;;) {
    const readAt = performance.now();
    const entry = await cache.get(key);
    if (!entry) return undefined;
    const { session, claim: found } = entry;
    if (session) {
      const hasWaited = awaited !== undefined || hasClaimed;
      // After a wait, any other session is the result, even if it lasts for a few seconds only.
      const isResult = hasWaited && session.sessionId !== unfitId && !isReplaced(session);
      if (isResult || isFit(session)) return entry;
      unfitId = session.sessionId;
    }
    const isOther = isRunning(entry) && found !== claim;
    if (!isOther && found !== undefined && found === awaited) return entry;
    if (isOther) {
      if (found !== awaited) patienceEnd = readAt + PATIENCE_MS;
      awaited = found;
      if (readAt < patienceEnd) {
        hasClaimed = false;
        await pause(POLL_MS);
        continue;
      }
    }
    // The claim is its own, or the cache has not kept it.
    if (hasClaimed || !(await cache.set(key, { claim }, CLAIM_MS))) return undefined;
    hasClaimed = true;
    // A process that took long to write may have overwritten the claim of one that mints, which soon repeats it.
    await pause(Math.max(SETTLE_MS, 2 * (performance.now() - readAt)));
  }
}

/** Repeats a claim during a mint, so that it does not expire and replaces claims that were written too late. */
async function repeatClaim({ cache, key }: MintInTurnOptions, claim: string, signal: AbortSignal): Promise<void> {
  const isOver = () =>
    pause(REPEAT_MS, signal)
      .catch(() => undefined)
      .then(() => signal.aborted);
  while (!(await isOver()) && (await cache.set(key, { claim }, CLAIM_MS)));
}
