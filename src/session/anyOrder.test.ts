import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SessionWorld, type SessionEvent } from '../../test/support/sessionWorld.js';

const profileId = fc.constantFrom('A', 'B', 'C');

const sessionEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  { weight: 15, arbitrary: fc.record({ kind: fc.constant('select'), profileId }) },
  { weight: 18, arbitrary: fc.constant({ kind: 'callPages' }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'callProfiles' }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'signOut' }) },
  {
    weight: 9,
    arbitrary: fc.record({ kind: fc.constant('adopt'), profileId: fc.option(profileId, { nil: undefined }) }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'revoke' }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'expireSessions' }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('deleteProfile'), profileId }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('setOnline'), isOnline: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('passMinutes'), minutes: fc.constantFrom(1, 29, 31) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'dispose' }) },
) as fc.Arbitrary<SessionEvent>;

/** Events, and how much of what is under way gets on before the next one. */
const steps = fc.array(fc.record({ event: sessionEvent, progress: fc.nat(6) }), { maxLength: 25, size: 'max' });

it('keeps every rule of a session, whatever happens and in whichever order', async () => {
  const property = fc.asyncProperty(fc.scheduler(), steps, async (scheduler, events) => {
    const world = new SessionWorld(scheduler);
    for (const { event, progress } of events) {
      world.begin(event);
      for (let done = 0; done < progress && scheduler.count() > 0; done += 1) await scheduler.waitNext(1);
    }
    await world.end();
    expect(world.violations).toEqual([]);
  });
  await fc.assert(property, { numRuns: 800 });
});
