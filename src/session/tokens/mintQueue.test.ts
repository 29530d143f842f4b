import { describe, expect, it, vi } from 'vitest';
import { deferred, failureOf, idle, watch } from '../../../test/support/promises.js';
import { MintQueue, type MintFlight } from './mintQueue.js';
import type { SessionToken } from './sessionToken.js';

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

describe('mints', () => {
  it('of one profile share a flight', async () => {
    const queue = new MintQueue();
    const mint = vi.fn(async () => token('A'));
    const tokens = await Promise.all([queue.run('A', wanted, mint), queue.run('A', wanted, mint)]);
    expect(tokens).toEqual([token('A'), token('A')]);
    expect(mint).toHaveBeenCalledTimes(1);
  });

  it('of another profile wait until the flight is over, be it well or ill', async () => {
    const queue = new MintQueue();
    const flight = deferred<SessionToken>();
    const mintB = vi.fn(async () => token('B'));
    const first = watch(queue.run('A', wanted, () => flight.promise));
    const second = watch(queue.run('B', wanted, mintB));
    await idle();
    expect(mintB).not.toHaveBeenCalled();
    flight.reject(new Error('no'));
    await idle();
    expect([first.status, second.value]).toEqual(['rejected', token('B')]);
  });

  it('wait one for another, and each gives the token of its own profile', async () => {
    const queue = new MintQueue();
    const flights = { A: deferred<SessionToken>(), B: deferred<SessionToken>(), C: deferred<SessionToken>() };
    const started: string[] = [];
    const runs = (['A', 'B', 'C'] as const).map((profileId) =>
      watch(
        queue.run(profileId, wanted, () => {
          started.push(profileId);
          return flights[profileId].promise;
        }),
      ),
    );
    for (const profileId of ['A', 'B', 'C'] as const) {
      await idle();
      expect(started.at(-1)).toBe(profileId);
      flights[profileId].resolve(token(profileId));
    }
    await idle();
    expect(runs.map(({ value }) => value?.profileId)).toEqual(['A', 'B', 'C']);
  });

  it('do not start where nobody wants them by then', async () => {
    const queue = new MintQueue();
    const mint = vi.fn();
    expect(await failureOf(queue.run('A', () => false, mint))).toMatchObject({ name: 'AbortError' });
    expect(mint).not.toHaveBeenCalled();
  });

  it('are wanted as long as one of those who share them wants them', async () => {
    const queue = new MintQueue();
    const flight = deferred<SessionToken>();
    const wishes = [true, true];
    let isStillWanted = wanted;
    const mint = ({ isWanted }: MintFlight) => {
      isStillWanted = isWanted;
      return flight.promise;
    };
    void queue.run('A', () => wishes[0]!, mint);
    void queue.run('A', () => wishes[1]!, mint);
    wishes[0] = false;
    expect(isStillWanted()).toBe(true);
    wishes[1] = false;
    expect(isStillWanted()).toBe(false);
  });

  it('start anew once the flight is over', async () => {
    const queue = new MintQueue();
    const mint = vi.fn(async () => token('A'));
    await queue.run('A', wanted, mint);
    await queue.run('A', wanted, mint);
    expect(mint).toHaveBeenCalledTimes(2);
  });
});
