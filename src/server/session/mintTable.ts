import type { ServerSettings } from '../serverSettings.js';
import type { MintedSession } from './mintedSession.js';
import { ENDED_MS, RECENT_MS } from './mintTiming.js';
import { userHash } from './userHash.js';

/** Maximum number of results in the table. The oldest are removed first. */
const MAX_RESULTS = 10_000;

/** What a mint returned. */
export interface Mint {
  readonly session: MintedSession;
  /** Refresh token that replaces the one of the request, if the API sent one. */
  readonly nextRefreshToken: string | undefined;
}

/** Refresh token that replaces another one. */
interface Replacement {
  readonly refreshToken: string;
  /** Its hash. */
  readonly user: string;
}

interface PendingMint {
  readonly startedAt: number;
  readonly result: Promise<Mint>;
  /** Whether the mint has succeeded or failed. */
  isDone: boolean;
}

interface MintTable {
  /** Pending mints by sign-in and profile. */
  readonly pending: Map<string, PendingMint>;
  /** Results of the last seconds, oldest first. */
  readonly recent: Map<string, { readonly mint: Mint; readonly at: number }>;
  /** Refresh tokens that replaced others in the last seconds, by hash of the previous one, oldest first. */
  readonly replaced: Map<string, Replacement & { readonly at: number }>;
  /** Hashes of sign-ins that have ended in the last seconds, oldest first. */
  readonly ended: Map<string, { readonly at: number; readonly isFollowed: boolean }>;
}

// Change the number with the shape of the table.
const NAME = Symbol.for('discovr-react/server mints 5');

/** Returns the table of the process. It is global, because frameworks load several copies of a module. */
function mintTable(): MintTable {
  // Only this function uses the symbol.
  const holder = globalThis as { [NAME]?: MintTable };
  return (holder[NAME] ??= { pending: new Map(), recent: new Map(), replaced: new Map(), ended: new Map() });
}

/** Options of {@link mintOnce}. */
export interface MintOnceOptions {
  readonly user: string;
  readonly profileId: string;
  readonly now: () => number;
  /** Whether the caller can use a recent result. */
  readonly isFit: (session: MintedSession) => boolean;
  /** Whether a session is the one that the caller cannot use any more. */
  readonly isReplaced: (session: MintedSession) => boolean;
  readonly mint: () => Promise<Mint>;
}

/** Mints a session, unless this process is minting one for the same sign-in and profile, or has just minted one. */
export async function mintOnce(options: MintOnceOptions): Promise<Mint> {
  const { user, profileId, now, isFit, isReplaced, mint } = options;
  const { pending, recent } = mintTable();
  const key = `${user} ${profileId}`;
  removeOld(recent, now());
  removeStopped(now());
  const known = recent.get(key);
  if (known && isFit(known.mint.session)) return known.mint;
  const running = pending.get(key);
  if (running) {
    const shared = await resultOf(running);
    if (!shared) return mintOnce(options);
    if (!isReplaced(shared.session)) return shared;
    // The result came from another process, and is the session that this browser can no longer use.
    const next = pending.get(key);
    if (next) return (await resultOf(next)) ?? mintOnce(options);
  }
  const started: PendingMint = {
    startedAt: now(),
    isDone: false,
    result: mint()
      .then((result) => {
        const at = now();
        if (hasEnded(user, at)) return result;
        for (const owner of new Set([user, result.session.user]))
          addLast(recent, `${owner} ${profileId}`, { mint: result, at });
        const { nextRefreshToken: refreshToken, session } = result;
        if (refreshToken) noteReplaced(user, { refreshToken, user: session.user }, at);
        return result;
      })
      .finally(() => {
        started.isDone = true;
        removePending(started);
      }),
  };
  pending.set(key, started);
  return started.result;
}

/** Returns the result of a pending mint, or `undefined` if the runtime has stopped it. */
async function resultOf(running: PendingMint): Promise<Mint | undefined> {
  try {
    return await running.result;
  } catch (error) {
    if (running.isDone) throw error;
    // In workerd, a mint stops with the request that started it, for example when the browser leaves the page.
    removePending(running);
    return undefined;
  }
}

/** Removes mints that the runtime has stopped while no request waited for them: no mint takes this long. */
function removeStopped(now: number): void {
  const { pending } = mintTable();
  for (const [key, { startedAt }] of pending) if (Math.abs(now - startedAt) > ENDED_MS) pending.delete(key);
}

function removePending(mint: PendingMint): void {
  const { pending } = mintTable();
  for (const [key, one] of pending) if (one === mint) pending.delete(key);
}

/** Lets requests with the next refresh token of a sign-in share the pending mint that returned the token. */
export function shareMint(user: string, { user: nextUser, profileId }: MintedSession): void {
  const { pending } = mintTable();
  const running = pending.get(`${user} ${profileId}`);
  if (running) pending.set(`${nextUser} ${profileId}`, running);
}

/** Whether this process is minting a session of a sign-in. */
export function isMinting(user: string, now: number): boolean {
  removeStopped(now);
  return [...mintTable().pending.keys()].some((key) => key.startsWith(`${user} `));
}

/**
 * Notes that a sign-in has ended, with all refresh tokens that replaced its own: its sessions are forgotten, and those
 * that are being minted are not kept.
 *
 * @param followed whether another sign-in of the same browser has ended it.
 */
export function endMints(user: string, now: number, followed = false): void {
  const { recent, ended } = mintTable();
  removeOld(ended, now, ENDED_MS);
  for (const one of [user, ...replacementsOf(user, now).map((next) => next.user)]) {
    addLast(ended, one, { at: now, isFollowed: followed });
    for (const key of [...recent.keys()]) if (key.startsWith(`${one} `)) recent.delete(key);
  }
}

/** Whether a sign-in has ended in the last seconds. */
export function hasEnded(user: string, now: number): boolean {
  const { ended } = mintTable();
  removeOld(ended, now, ENDED_MS);
  return ended.has(user);
}

/** Whether a sign-in has ended in the last seconds because the same browser completed another one. */
export function isFollowed(user: string, now: number): boolean {
  return hasEnded(user, now) && mintTable().ended.get(user)?.isFollowed === true;
}

/** Notes that another refresh token has replaced that of a sign-in. If the sign-in has ended, so has its replacement. */
export function noteReplaced(user: string, replacement: Replacement, now: number): void {
  const { replaced } = mintTable();
  removeOld(replaced, now, ENDED_MS);
  addLast(replaced, user, { ...replacement, at: now });
  if (hasEnded(user, now)) endMints(user, now, isFollowed(user, now));
}

/** Returns the refresh token that replaced another one in the last seconds, or the same token if none did. */
export async function currentRefreshToken(settings: ServerSettings, refreshToken: string): Promise<string> {
  const user = await userHash(settings, refreshToken);
  return replacementsOf(user, settings.now()).at(-1)?.refreshToken ?? refreshToken;
}

/** Returns the refresh tokens that replaced that of a sign-in one after the other, oldest first. */
function replacementsOf(user: string, now: number): readonly Replacement[] {
  const { replaced } = mintTable();
  removeOld(replaced, now, ENDED_MS);
  const found: Replacement[] = [];
  let next = replaced.get(user);
  while (next && !found.includes(next)) {
    found.push(next);
    next = replaced.get(next.user);
  }
  return found;
}

/** Adds a result after all others, since the oldest are removed first. */
function addLast<T>(results: Map<string, T>, key: string, result: T): void {
  results.delete(key);
  results.set(key, result);
}

function removeOld(results: Map<string, { readonly at: number }>, now: number, lifetimeMs = RECENT_MS): void {
  for (const [key, { at }] of results) {
    const isOld = now - at > lifetimeMs || now < at;
    if (!isOld && results.size <= MAX_RESULTS) return;
    results.delete(key);
  }
}
