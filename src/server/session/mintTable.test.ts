import { expect, it } from 'vitest';
import { deferred } from '../../../test/support/promises.js';
import { UPSTREAM_TIMEOUT_MS } from '../upstream/upstream.js';
import { endMints, hasEnded, mintOnce, type Mint } from './mintTable.js';
import { PATIENCE_MS } from './mintTiming.js';

const minted = (sessionId: string): Mint => ({
  session: { user: 'u', profileId: 'p', sessionToken: sessionId, sessionId, expiresAt: 0, endsAt: 0 },
  nextRefreshToken: undefined,
});

it('a request does not get the session it replaces from a mint that waits for another process', async () => {
  const other = deferred<Mint>();
  let mints = 0;
  const request = (mint: () => Promise<Mint>, replaces?: string) =>
    mintOnce({
      user: 'a user of mintTable.test.ts',
      profileId: 'p',
      now: Date.now,
      isFit: () => false,
      isReplaced: ({ sessionId }) => sessionId === replaces,
      mint,
    });
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

it('the end of a sign-in is remembered until a request that waits for another process has minted', () => {
  const user = 'another user of mintTable.test.ts';
  endMints(user, 1_000);
  expect(hasEnded(user, 1_000 + PATIENCE_MS + UPSTREAM_TIMEOUT_MS + 5_000)).toBe(true);
  expect(hasEnded(user, 1_000 + 60_000)).toBe(false);
});
