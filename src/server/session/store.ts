import { base64url } from 'jose';
import * as z from 'zod/mini';
import { sessionIdSchema } from '../../api/session.js';
import { UPSTREAM_TIMEOUT_MS, type ServerSettings } from '../serverSettings.js';

/** A session with less time left than this is not returned, in milliseconds. */
export const MARGIN_MS = 60_000;

/** How often a process checks whether another one has finished its mint, in milliseconds. */
export const POLL_MS = 50;

/**
 * How long a process waits for a claim that stays in the cache, in milliseconds: longer than a mint takes. Together with
 * a mint of its own, it is shorter than the browser's deadline of 15 seconds.
 */
export const PATIENCE_MS = UPSTREAM_TIMEOUT_MS + 500;

/**
 * How long a change to a sign-in is remembered, in milliseconds: longer than a request waits for another process, mints
 * and calls the cache.
 */
export const REMEMBERED_MS = PATIENCE_MS + UPSTREAM_TIMEOUT_MS + 5_500;

/** Maximum number of sign-ins that a process remembers. Those that changed first are forgotten first. */
const MAX_RECORDS = 10_000;

/** Session as the server keeps it. */
export const mintedSessionSchema = z.object({
  /** Hash of the sign-in for which it was minted. */
  user: z.string(),
  profileId: z.string(),
  sessionToken: z.string(),
  sessionId: sessionIdSchema,
  /** Expiry as the API reported it, in Unix seconds. */
  expiresAt: z.number(),
  /** Expiry by the server's clock, in Unix milliseconds. */
  endsAt: z.number(),
});

/** Session as the server keeps it. */
export type MintedSession = z.infer<typeof mintedSessionSchema>;

/** What a mint returned. */
export interface Mint {
  readonly session: MintedSession;
  /** Refresh token that replaces the one of the request, if the API sent one. */
  readonly nextRefreshToken: string | undefined;
}

/** How a mint ended. The promise of an outcome rejects only if the runtime stops the mint. */
export type Outcome = { readonly mint: Mint } | { readonly error: unknown };

/** What a process remembers of a sign-in. */
export interface SignInRecord {
  changedAt: number;
  /** Refresh token that has replaced that of the sign-in, and its hash. */
  next?: { readonly refreshToken: string; readonly user: string };
  hasEnded: boolean;
  /** Whether another sign-in of the same browser has ended it. */
  isFollowed: boolean;
  /** Mints that are running, by profile. */
  readonly flights: Map<string, Promise<Outcome>>;
  /** Results of the last mints, by profile, for requests that began before the browser had its cookie. */
  readonly recent: Map<string, Mint>;
}

// Change the number with the shape of a record.
const NAME = Symbol.for('discovr-react/server sign-ins 6');

/**
 * Returns the records of the process, by hash of the refresh token. They are global and contain only plain data, because
 * frameworks load several copies of this module.
 */
function signInRecords(): Map<string, SignInRecord> {
  // Only this function uses the symbol.
  const holder = globalThis as { [NAME]?: Map<string, SignInRecord> };
  return (holder[NAME] ??= new Map());
}

/** Returns what the process remembers of a sign-in that has changed in the last seconds. */
export function recordOf(user: string, now: number): SignInRecord | undefined {
  const record = signInRecords().get(user);
  return record && !isOld(record, now) ? record : undefined;
}

/** Returns the record of a sign-in, to change it. Forgets those that have not changed for a while. */
export function changeRecord(user: string, now: number): SignInRecord {
  const records = signInRecords();
  const record = recordOf(user, now) ?? {
    changedAt: now,
    hasEnded: false,
    isFollowed: false,
    flights: new Map<string, Promise<Outcome>>(),
    recent: new Map<string, Mint>(),
  };
  record.changedAt = now;
  // Added after all others, since the oldest are removed first.
  records.delete(user);
  records.set(user, record);
  for (const [key, one] of records) {
    if (!isOld(one, now) && records.size <= MAX_RECORDS) break;
    records.delete(key);
  }
  return record;
}

function isOld({ changedAt }: SignInRecord, now: number): boolean {
  // The clock may have been set back.
  return Math.abs(now - changedAt) > REMEMBERED_MS;
}

/** Joins the pending call under a key, or starts one. */
export function shareCall<T>(calls: Map<string, Promise<T>>, key: string, start: () => Promise<T>): Promise<T> {
  const pending = calls.get(key);
  if (pending) return pending;
  const call = start().finally(() => {
    if (calls.get(key) === call) calls.delete(key);
  });
  calls.set(key, call);
  return call;
}

/** Returns a hash that names a sign-in without revealing its refresh token. */
export async function userHash(
  { basePath, clientId }: Pick<ServerSettings, 'basePath' | 'clientId'>,
  refreshToken: string,
): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([basePath, clientId, refreshToken]));
  return base64url.encode(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', text)));
}
