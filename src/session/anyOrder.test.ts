import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzRuns } from '../../test/support/fuzzRuns.js';
import { SessionWorld, type SessionEvent } from '../../test/support/sessionWorld.js';

const profileId = fc.constantFrom('A', 'B', 'C');
const tab = fc.nat(2);

const sessionEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  { weight: 15, arbitrary: fc.record({ tab, kind: fc.constant('select'), profileId }) },
  { weight: 18, arbitrary: fc.record({ tab, kind: fc.constant('callPages') }) },
  { weight: 6, arbitrary: fc.record({ tab, kind: fc.constant('callProfiles') }) },
  { weight: 6, arbitrary: fc.record({ tab, kind: fc.constant('signOut') }) },
  { weight: 6, arbitrary: fc.record({ tab, kind: fc.constant('wake') }) },
  {
    weight: 9,
    arbitrary: fc.record({ tab, kind: fc.constant('adopt'), profileId: fc.option(profileId, { nil: undefined }) }),
  },
  { weight: 3, arbitrary: fc.record({ tab, kind: fc.constant('revoke') }) },
  { weight: 6, arbitrary: fc.record({ tab, kind: fc.constant('expireSessions') }) },
  { weight: 3, arbitrary: fc.record({ tab, kind: fc.constant('deleteProfile'), profileId }) },
  { weight: 6, arbitrary: fc.record({ tab, kind: fc.constant('setOnline'), isOnline: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ tab, kind: fc.constant('passMinutes'), minutes: fc.constantFrom(1, 29, 31) }),
  },
  { weight: 1, arbitrary: fc.record({ tab, kind: fc.constant('dispose') }) },
) as fc.Arbitrary<SessionEvent>;

/** Events in which a single user acts, after which all tabs must agree. */
const eventOfOne = sessionEvent.filter(({ kind }) => kind !== 'adopt' && kind !== 'deleteProfile');

const stepsOf = (event: fc.Arbitrary<SessionEvent>) =>
  // Each event, and how many pending tasks run before the next event.
  fc.array(fc.record({ event, progress: fc.nat(6) }), { maxLength: 25, size: 'max' });

describe('the session rules hold for any events in any order', () => {
  it.each([
    ['in a single tab', 1, sessionEvent, 1_000],
    ['in two tabs', 2, sessionEvent, 1_000],
    ['in three tabs', 3, sessionEvent, 500],
    ['in three tabs of one user, which agree at the end', 3, eventOfOne, 1_000],
  ])(
    '%s',
    async (_name, tabs, event, numRuns) => {
      const property = fc.asyncProperty(fc.scheduler(), stepsOf(event), async (scheduler, steps) => {
        const world = new SessionWorld(scheduler, tabs);
        for (const step of steps) {
          world.begin(step.event);
          for (let done = 0; done < step.progress && scheduler.count() > 0; done += 1) await scheduler.waitNext(1);
        }
        await world.end();
        expect(world.violations).toEqual([]);
      });
      await fc.assert(property, fuzzRuns(numRuns));
    },
    60_000,
  );
});
