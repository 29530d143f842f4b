import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('clocks');

const DAY_MS = 24 * 60 * 60_000;
const MINUTE = 60;
const apply = ({ click }: Scene) => click('Apply filters');
/** Makes five calls within the lifetime of one session. */
const callEveryFiveMinutes = async (scene: Scene) => {
  for (let calls = 0; calls < 5; calls += 1) {
    await apply(scene);
    await scene.pass(5 * MINUTE);
  }
};

for (const [name, offset] of [
  ['ahead', DAY_MS],
  ['behind', -DAY_MS],
] as const) {
  row(`the device’s clock is a day ${name}`, {
    now: () => Date.now() + offset,
    does: 'Reads the lifetime from the token and measures elapsed time, so the date of the device is irrelevant.',
    when: callEveryFiveMinutes,
    seconds: 0,
  });
}

let offset = 0;
for (const [name, change] of [
  ['ahead', DAY_MS],
  ['back', -DAY_MS],
] as const) {
  row(`the clock is set a day ${name} during a session`, {
    now: () => Date.now() + offset,
    does: 'Uses the wall clock or the monotonic clock, whichever advanced further, so it mints too early at most once.',
    given: async (scene) => {
      offset = 0;
      await scene.open();
    },
    when: async (scene) => {
      offset = change;
      await callEveryFiveMinutes(scene);
    },
    seconds: 0,
  });
}

end();
