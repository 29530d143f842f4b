import { expect, it, vi } from 'vitest';
import { deferred } from '../../../test/support/promises.js';
import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';
import { endMints, hasEnded, isMinting, mintOnce, noteReplaced, type Mint } from './mintTable.js';
import { PATIENCE_MS } from './mintTiming.js';

const minted = (sessionId: string): Mint => ({
  session: { user: 'u', profileId: 'p', sessionToken: sessionId, sessionId, expiresAt: 0, endsAt: 0 },
  nextRefreshToken: undefined,
});

/** Requests a session of a user. It does not replace another one, unless `replaces` names it. */
function requestOf(user: string) {
  return (mint: () => Promise<Mint>, replaces?: string) =>
    mintOnce({
      user: `${user} of mintTable.test.ts`,
      profileId: 'p',
      now: Date.now,
      isFit: () => false,
      isReplaced: ({ sessionId }) => sessionId === replaces,
      mint,
    });
}

it('a request does not get the session it replaces from a mint that waits for another process', async () => {
  const other = deferred<Mint>();
  let mints = 0;
  const request = requestOf('a user');
  const waiting = request(() => other.promise);
  const later = async () => minted(`s${(mints += 1)}`);
  // The browser has received and refused the session that this process is about to find.
  const replacing = [1, 2, 3].map(() => request(later, 'refused'));
  const joining = request(later);
  other.resolve(minted('refused'));
  expect((await waiting).session.sessionId).toBe('refused');
  expect((await joining).session.sessionId).toBe('refused');
  const ids = (await Promise.all(replacing)).map(({ session }) => session.sessionId);
  expect(ids).toEqual(['s1', 's1', 's1']);
});

it('requests get a session after the runtime has stopped a mint with its request', async () => {
  let mints = 0;
  const request = requestOf('a third user');
  const ended = deferred<Mint>();
  // As in workerd: the code of the ended request does not continue, and other requests that wait for it get an error.
  const cleanUp = vi.spyOn(Promise.prototype, 'finally').mockImplementation(function skip(this: Promise<unknown>) {
    return this;
  });
  const first = request(() => ended.promise);
  cleanUp.mockRestore();
  const later = async () => minted(`s${(mints += 1)}`);
  const waiting = [1, 2, 3].map(() => request(later));
  ended.reject(new Error('The request has ended.'));
  await expect(first).rejects.toThrow('The request has ended.');
  const ids = (await Promise.all(waiting)).map(({ session }) => session.sessionId);
  expect(ids).toEqual(['s1', 's1', 's1']);
  expect((await request(later)).session.sessionId).toBe('s2');
});

it('a mint that the runtime has stopped while no request waited for it is forgotten after a while', async () => {
  const user = 'a fifth user of mintTable.test.ts';
  let now = 1_000;
  const request = { user, profileId: 'p', now: () => now, isFit: () => false, isReplaced: () => false };
  void mintOnce({ ...request, mint: () => deferred<Mint>().promise });
  now += PATIENCE_MS + UPSTREAM_TIMEOUT_MS;
  expect(isMinting(user, now)).toBe(true);
  now += 60_000;
  expect(isMinting(user, now)).toBe(false);
  void mintOnce({ ...request, mint: () => deferred<Mint>().promise });
  now += 60_000;
  expect((await mintOnce({ ...request, mint: async () => minted('s1') })).session.sessionId).toBe('s1');
});

it('requests that wait for a mint get its error', async () => {
  const failing = deferred<Mint>();
  const request = requestOf('a fourth user');
  const requests = [request(() => failing.promise), request(async () => minted('never'))];
  failing.reject(new Error('The API failed.'));
  for (const one of requests) await expect(one).rejects.toThrow('The API failed.');
});

it('the end of a sign-in is remembered until a request that waits for another process has minted', () => {
  const user = 'another user of mintTable.test.ts';
  endMints(user, 1_000);
  expect(hasEnded(user, 1_000 + PATIENCE_MS + UPSTREAM_TIMEOUT_MS + 5_000)).toBe(true);
  expect(hasEnded(user, 1_000 + 60_000)).toBe(false);
});

it('a sign-in ends with all refresh tokens that replace its own, before and after', () => {
  const now = Date.now();
  const replace = (user: string, next: string) => noteReplaced(user, { refreshToken: `of ${next}`, user: next }, now);
  replace('first of mintTable.test.ts', 'second of mintTable.test.ts');
  endMints('first of mintTable.test.ts', now);
  replace('second of mintTable.test.ts', 'third of mintTable.test.ts');
  for (const which of ['first', 'second', 'third']) expect(hasEnded(`${which} of mintTable.test.ts`, now)).toBe(true);
  expect(hasEnded('fourth of mintTable.test.ts', now)).toBe(false);
});
