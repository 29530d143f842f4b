import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../test/support/promises.js';
import { MintQueue, type MintContext } from './mints.js';
import type { SessionToken } from './tokens.js';

const token = (profileId: string): SessionToken => ({
  value: `token of ${profileId}`,
  profileId,
  sessionId: 'session',
  expiresAt: 0,
  usableForMs: 0,
  renewableAfterMs: 0,
  receivedAt: { wall: 0, monotonic: 0 },
});
const wanted = () => true;

describe('MintQueue', () => {
  it('shares one mint between calls for the same profile', async () => {
    const queue = new MintQueue<SessionToken>({});
    const mint = vi.fn(async () => token('A'));
    const tokens = await Promise.all([queue.run('A', wanted, mint), queue.run('A', wanted, mint)]);
    expect(tokens).toEqual([token('A'), token('A')]);
    expect(mint).toHaveBeenCalledTimes(1);
  });

  it('starts the mint for another profile when the previous mint has settled, even if that mint failed', async () => {
    const queue = new MintQueue<SessionToken>({});
    const minting = deferred<SessionToken>();
    const mintB = vi.fn(async () => token('B'));
    const first = watch(queue.run('A', wanted, () => minting.promise));
    const second = watch(queue.run('B', wanted, mintB));
    await idle();
    expect(mintB).not.toHaveBeenCalled();
    minting.reject(new Error('no'));
    await idle();
    expect([first.status, second.value]).toEqual(['rejected', token('B')]);
  });

  it('runs mints for different profiles one at a time, and gives each call the token of its profile', async () => {
    const queue = new MintQueue<SessionToken>({});
    const pendingMints = { A: deferred<SessionToken>(), B: deferred<SessionToken>(), C: deferred<SessionToken>() };
    const started: string[] = [];
    const runs = (['A', 'B', 'C'] as const).map((profileId) =>
      watch(
        queue.run(profileId, wanted, () => {
          started.push(profileId);
          return pendingMints[profileId].promise;
        }),
      ),
    );
    for (const profileId of ['A', 'B', 'C'] as const) {
      await idle();
      expect(started.at(-1)).toBe(profileId);
      pendingMints[profileId].resolve(token(profileId));
    }
    await idle();
    expect(runs.map(({ value }) => value?.profileId)).toEqual(['A', 'B', 'C']);
  });

  it('does not start a mint that is not wanted, and rejects with an AbortError', async () => {
    const queue = new MintQueue<SessionToken>({});
    const mint = vi.fn();
    expect(await failureOf(queue.run('A', () => false, mint))).toMatchObject({ name: 'AbortError' });
    expect(mint).not.toHaveBeenCalled();
  });

  it('reports a mint as wanted while any call that shares it wants it', async () => {
    const queue = new MintQueue<SessionToken>({});
    const minting = deferred<SessionToken>();
    const wants = [true, true];
    let isStillWanted = wanted;
    const mint = ({ isWanted }: MintContext) => {
      isStillWanted = isWanted;
      return minting.promise;
    };
    void queue.run('A', () => wants[0]!, mint);
    void queue.run('A', () => wants[1]!, mint);
    wants[0] = false;
    expect(isStillWanted()).toBe(true);
    wants[1] = false;
    expect(isStillWanted()).toBe(false);
  });

  it('mints again for a call after the previous mint has settled', async () => {
    const queue = new MintQueue<SessionToken>({});
    const mint = vi.fn(async () => token('A'));
    await queue.run('A', wanted, mint);
    await queue.run('A', wanted, mint);
    expect(mint).toHaveBeenCalledTimes(2);
  });
});
