import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DiscovrError } from '../../shared/errors.js';
import type { VisitCookies } from '../cookies/visitCookies.js';
import { isRefusal } from '../http/refusal.js';
import type { ServerParts } from '../serverParts.js';
import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';
import type { SignIn } from './signIns.js';
import { whileSignedIn } from './whileSignedIn.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const signedInWith = (refreshToken: string) => ({ refreshToken, publicId: 'u', profileId: 'p' }) as SignIn;

/** Calls the API, which refuses the refresh token, while a mint runs that replaces it after some time. */
function callDuringMint(replacedAfterMs: number) {
  const start = performance.now();
  const end = vi.fn();
  const signIns: Partial<ServerParts['signIns']> = {
    read: async () => signedInWith('previous'),
    readLatest: async () => signedInWith(performance.now() - start < replacedAfterMs ? 'previous' : 'next'),
    end,
  };
  const sessions: Partial<ServerParts['sessions']> = {
    isMinting: async () => true,
    hasEnded: async () => false,
    forget: async ({ refreshToken }) => refreshToken,
  };
  const result = whileSignedIn({ signIns, sessions } as ServerParts, {} as VisitCookies, async ({ refreshToken }) => {
    if (refreshToken === 'previous') throw new DiscovrError('TOKEN_INVALID', 'Refused.', { status: 401 });
    return refreshToken;
  });
  return { end, result: result.catch((error: unknown) => error) };
}

it('waits as long as a mint can take for the refresh token that replaces a refused one', async () => {
  const { end, result } = callDuringMint(UPSTREAM_TIMEOUT_MS - 100);
  await vi.advanceTimersByTimeAsync(UPSTREAM_TIMEOUT_MS);
  expect(await result).toBe('next');
  expect(end).not.toHaveBeenCalled();
});

it('signs the user out when a mint takes longer', async () => {
  const { end, result } = callDuringMint(Infinity);
  await vi.advanceTimersByTimeAsync(UPSTREAM_TIMEOUT_MS + 100);
  expect(isRefusal(await result)).toBe(true);
  expect(end).toHaveBeenCalledOnce();
});
