import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TabsInTime, type TabAct, type TabRound } from './support/tabsInTime.js';

const ROUNDS = 2_000;

const act: fc.Arbitrary<TabAct> = fc
  .tuple(
    fc.record({ tab: fc.nat(2), at: fc.nat(60) }),
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          kind: fc.constant('signIn' as const),
          person: fc.constantFrom('first', 'second', 'third'),
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

/** Lets a round happen, and one second pass after its last act has ended. */
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
    'end in its state, all %i of them, within a second of the last of several acts at once',
    async (tabs) => {
      const property = fc.asyncProperty(roundOf(tabs, 5), async (round) => {
        const world = await play(round);
        const places = await world.places();
        expect(new Set(places).size, places.join(', ')).toBe(1);
        world.dispose();
      });
      await fc.assert(property, { numRuns: ROUNDS });
    },
    120_000,
  );

  test('neither notify twice of one state nor mint without a choice, whatever is done in them', async () => {
    const property = fc.asyncProperty(roundOf(3, 5), async (round) => {
      const world = await play(round);
      for (const states of world.told) {
        states.forEach((state, index) => expect(state).not.toEqual(states[index - 1]));
      }
      expect(world.mints).toBeLessThanOrEqual(round.acts.filter(({ kind }) => kind === 'select').length);
      world.dispose();
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test('leave the store alone once they agree', async () => {
    const property = fc.asyncProperty(roundOf(3, 5), async (round) => {
      const world = await play(round);
      const { storeCalls } = world;
      await vi.advanceTimersByTimeAsync(60_000);
      expect(world.storeCalls).toBe(storeCalls);
      world.dispose();
    });
    await fc.assert(property, { numRuns: 200 });
  });

  test('go straight to the state of a single act, without a detour', async () => {
    const property = fc.asyncProperty(roundOf(3, 1), async (round) => {
      const [only] = round.acts;
      // Between two people there is always a moment in which nobody is signed in.
      fc.pre(only?.kind !== 'signIn' || only.person === 'first' || round.begins === 'signedOut');
      const world = await play(round);
      for (const states of world.told) {
        const distinct = new Set(states.map((state) => JSON.stringify(state)));
        expect(states, JSON.stringify(states)).toHaveLength(distinct.size);
      }
      world.dispose();
    });
    await fc.assert(property, { numRuns: 500 });
  });
});
