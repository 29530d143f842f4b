import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fuzzRuns } from '../support/fuzzRuns.js';
import { TabsInTime, type TabAct, type TabRound } from './support/tabsInTime.js';

const act: fc.Arbitrary<TabAct> = fc
  .tuple(
    fc.record({ tab: fc.nat(2), at: fc.nat(60) }),
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('signIn' as const),
          user: fc.constantFrom('first', 'second', 'third'),
          profileId: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
        }),
      },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('signOut' as const) }) },
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('select' as const), profileId: fc.constantFrom('A', 'B', 'C') }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('leave' as const), profileId: fc.constantFrom('A', 'B') }),
      },
    ),
  )
  .map(([where, what]) => ({ ...where, ...what }));

const roundOf = (tabs: number, maxActs: number): fc.Arbitrary<TabRound> =>
  fc.record({
    tabs: fc.constant(tabs),
    begins: fc.constantFrom('signedOut', 'signedIn', 'active'),
    opensLastAt: fc.oneof(fc.constant(0), fc.nat(120)),
    acts: fc.array(act, { minLength: 1, maxLength: maxActs }),
    seed: fc.integer(),
  });

/** Plays a round, then waits one second after its last action has ended. */
async function play(round: TabRound): Promise<TabsInTime> {
  const world = new TabsInTime(round);
  const progress = { isOver: false };
  void world.run().then(() => (progress.isOver = true));
  while (!progress.isOver) await vi.advanceTimersByTimeAsync(10);
  await vi.advanceTimersByTimeAsync(1_000);
  return world;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('tabs that share a store', () => {
  test.each([2, 3])(
    'agree with the store within a second after simultaneous actions: %i tabs',
    async (tabs) => {
      const property = fc.asyncProperty(roundOf(tabs, 5), async (round) => {
        const world = await play(round);
        const places = await world.places();
        expect(new Set(places).size, places.join(', ')).toBe(1);
        world.dispose();
      });
      await fc.assert(property, fuzzRuns(2_000));
    },
    120_000,
  );

  test('never report equal states in a row, and mint only for selected profiles', async () => {
    const property = fc.asyncProperty(roundOf(3, 5), async (round) => {
      const world = await play(round);
      for (const states of world.states) {
        states.forEach((state, index) => expect(state).not.toEqual(states[index - 1]));
      }
      expect(world.mints).toBeLessThanOrEqual(round.acts.filter(({ kind }) => kind === 'select').length);
      world.dispose();
    });
    await fc.assert(property, fuzzRuns(200));
  });

  test('make no calls to the store after they agree', async () => {
    const property = fc.asyncProperty(roundOf(3, 5), async (round) => {
      const world = await play(round);
      const { storeCalls } = world;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(world.storeCalls).toBe(storeCalls);
      world.dispose();
    });
    await fc.assert(property, fuzzRuns(200));
  });

  test('report no state twice after a single action', async () => {
    const property = fc.asyncProperty(roundOf(3, 1), async (round) => {
      const [only] = round.acts;
      // Skips a change to another user, because a signedOut state always comes in between.
      fc.pre(only?.kind !== 'signIn' || only.user === 'first' || round.begins === 'signedOut');
      const world = await play(round);
      for (const states of world.states) {
        const distinct = new Set(states.map((state) => JSON.stringify(state)));
        expect(states, JSON.stringify(states)).toHaveLength(distinct.size);
      }
      world.dispose();
    });
    await fc.assert(property, fuzzRuns(500));
  });
});
