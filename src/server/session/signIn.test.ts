import { describe, expect, it, vi } from 'vitest';
import { deferred, watch } from '../../../test/support/promises.js';
import { madeUpRefreshToken, madeUpSessionToken } from '../../../test/support/tokens.js';
import { serverParts } from '../serverParts.js';
import { serverSettings, UPSTREAM_TIMEOUT_MS } from '../serverSettings.js';
import { SignIn } from './signIn.js';
import { changeRecord, PATIENCE_MS, type Outcome } from './store.js';

let count = 0;

const minted = (sessionId: string) =>
  Response.json({ sessionToken: madeUpSessionToken(sessionId), sessionId, expiresAt: Date.now() / 1000 + 1_800 });

/** A sign-in, and the API, which mints with `send`. */
async function createWorld(send: () => Promise<Response> = () => deferred<Response>().promise) {
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const mint = vi.fn(send);
  const parts = serverParts(serverSettings({ clientId: 'app', secret: 's'.repeat(32), now, fetch: mint }));
  const signInOf = () => SignIn.of(parts, madeUpRefreshToken(`signin${(count += 1)}`.padEnd(20, '0')));
  const signIn = await signInOf();
  /** Requests a session. It does not replace another one, unless `replaces` names it. */
  const request = (replaces?: string) =>
    signIn.mint({ profileId: 'p', isFit: () => false, isReplaced: ({ sessionId }) => sessionId === replaces });
  const idOf = async (one: ReturnType<typeof request>) => (await one).session.sessionId;
  return { clock, mint, signIn, signInOf, request, idOf };
}

describe('requests for a session', () => {
  it('do not get the session they replace from a mint that runs', async () => {
    const first = deferred<Response>();
    const answers = [first.promise, minted('s1'), minted('s2')];
    const { request, idOf } = await createWorld(async () => answers.shift()!);
    const waiting = request();
    // The browser has received and refused the session that this process is about to find.
    const replacing = [1, 2, 3].map(() => request('refused'));
    const joining = request();
    first.resolve(minted('refused'));
    expect(await Promise.all([waiting, joining].map(idOf))).toEqual(['refused', 'refused']);
    expect(await Promise.all(replacing.map(idOf))).toEqual(['s1', 's1', 's1']);
  });

  it('get one after the runtime has stopped a mint with its request', async () => {
    let mints = 0;
    const { clock, signIn, request, idOf } = await createWorld(async () => minted(`s${(mints += 1)}`));
    // As in workerd: the code of the ended request does not continue, and requests that wait for it get an error.
    const stopped = deferred<Outcome>();
    changeRecord(signIn.user, clock.now).flights.set('p', stopped.promise);
    const waiting = [1, 2, 3].map(() => request());
    stopped.reject(new Error('The request has ended.'));
    expect(await Promise.all(waiting.map(idOf))).toEqual(['s1', 's1', 's1']);
    expect(await idOf(request())).toBe('s2');
  });

  it('start a mint when the runtime has stopped one a while ago, while no request waited for it', async () => {
    const { clock, mint, signIn, request } = await createWorld();
    watch(request());
    clock.now += PATIENCE_MS + UPSTREAM_TIMEOUT_MS;
    expect(await signIn.isMinting(undefined)).toBe(true);
    clock.now += 60_000;
    expect(await signIn.isMinting(undefined)).toBe(false);
    watch(request());
    await vi.waitFor(() => expect(mint).toHaveBeenCalledTimes(2));
  });

  it('share a mint that began a while after the previous one', async () => {
    const { clock, mint, signIn, request } = await createWorld();
    changeRecord(signIn.user, clock.now);
    clock.now += 15_000;
    watch(request());
    clock.now += 15_000;
    watch(request());
    await vi.waitFor(() => expect(mint).toHaveBeenCalled());
    expect(mint).toHaveBeenCalledOnce();
  });
});

describe('the end of a sign-in', () => {
  it('is remembered until a request that waits for another process has minted', async () => {
    const { clock, signIn } = await createWorld();
    signIn.endHere();
    clock.now += PATIENCE_MS + UPSTREAM_TIMEOUT_MS + 5_000;
    expect(signIn.hasEndedHere).toBe(true);
    clock.now += 60_000;
    expect(signIn.hasEndedHere).toBe(false);
  });

  it('is that of all refresh tokens that replace its own, before and after', async () => {
    const { signIn: first, signInOf } = await createWorld();
    const [second, third, other] = await Promise.all([signInOf(), signInOf(), signInOf()]);
    first.replaceBy(second);
    first.endHere();
    second.replaceBy(third);
    expect([first, second, third, other].map(({ hasEndedHere }) => hasEndedHere)).toEqual([true, true, true, false]);
  });

  it('stays that of a user who has signed in again, when a late request ends it once more', async () => {
    const { signIn } = await createWorld();
    await signIn.end({ isFollowed: true });
    await signIn.end();
    expect(await signIn.isFollowed()).toBe(true);
  });
});
