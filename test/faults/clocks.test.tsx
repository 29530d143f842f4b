import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('clocks');

const DAY_MS = 24 * 60 * 60_000;
const MINUTE = 60;
const apply = ({ press }: Scene) => press('Apply filters');
/** Five calls within the life of one session. */
const callNowAndThen = async (scene: Scene) => {
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
    does: 'Tells a token’s age by its own times and by what has passed here since.',
    when: callNowAndThen,
    seconds: 0,
  });
}

let offset = 0;
for (const [name, change] of [
  ['ahead', DAY_MS],
  ['back', -DAY_MS],
] as const) {
  row(`the clock is set a day ${name} meanwhile`, {
    now: () => Date.now() + offset,
    does: 'Mints once too early at most: of the two clocks of a device, the one that moved further is believed.',
    given: async (scene) => {
      offset = 0;
      await scene.open();
    },
    when: async (scene) => {
      offset = change;
      await callNowAndThen(scene);
    },
    seconds: 0,
  });
}

end();
