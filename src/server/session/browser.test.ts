import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DiscovrError } from '../../shared/errors.js';
import { isRefusal } from '../refusal.js';
import { serverParts } from '../serverParts.js';
import { serverSettings, UPSTREAM_TIMEOUT_MS } from '../serverSettings.js';
import { Browser, type Visitor } from './browser.js';
import { SignIn } from './signIn.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Calls the API, which refuses the refresh token, while a mint runs that replaces it after some time. */
async function callDuringMint(replacedAfterMs: number) {
  const parts = serverParts(serverSettings({ clientId: 'app', secret: 's'.repeat(32) }));
  const browser = new Browser(new Request('http://localhost/'), parts);
  const visitorOf = async (refreshToken: string): Promise<Visitor> => {
    const signIn = await SignIn.of(parts, refreshToken);
    vi.spyOn(signIn, 'isMinting').mockResolvedValue(true);
    return { signIn, publicId: 'u', profileId: 'p', expiresAt: undefined, signedInUntil: Infinity };
  };
  const [previous, next] = await Promise.all([visitorOf('previous'), visitorOf('next')]);
  const start = performance.now();
  vi.spyOn(browser, 'read').mockResolvedValue(previous);
  vi.spyOn(browser, 'readNewest').mockImplementation(async () =>
    performance.now() - start < replacedAfterMs ? previous : next,
  );
  const signOut = vi.spyOn(browser, 'signOut');
  const result = browser.whileSignedIn(async ({ signIn: { refreshToken } }) => {
    if (refreshToken === 'previous') throw new DiscovrError('TOKEN_INVALID', 'Refused.', { status: 401 });
    return refreshToken;
  });
  return { signOut, result: result.catch((error: unknown) => error) };
}

it('waits as long as a mint can take for the refresh token that replaces a refused one', async () => {
  const { signOut, result } = await callDuringMint(UPSTREAM_TIMEOUT_MS - 100);
  await vi.advanceTimersByTimeAsync(UPSTREAM_TIMEOUT_MS);
  expect(await result).toBe('next');
  expect(signOut).not.toHaveBeenCalled();
});

it('signs the user out when a mint takes longer', async () => {
  const { signOut, result } = await callDuringMint(Infinity);
  await vi.advanceTimersByTimeAsync(UPSTREAM_TIMEOUT_MS + 100);
  expect(isRefusal(await result)).toBe(true);
  expect(signOut).toHaveBeenCalledOnce();
});
