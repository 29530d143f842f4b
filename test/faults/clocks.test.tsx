import { beforeEach, vi } from 'vitest';
import { browserTabs } from './support/browserTabs.js';
import { faultTable } from './support/faultTable.js';
import type { Scene } from './support/scene.js';

const { row, end } = faultTable('clocks');
browserTabs();

const { random } = Math;
// The moment of a renewal is random. These numbers put it after the calls.
beforeEach(() => {
  const spy = vi.spyOn(Math, 'random').mockImplementation(() => (1 + random()) / 2);
  return () => spy.mockRestore();
});

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

row(
  'the device’s clock is a day ahead or behind',
  ...[DAY_MS, -DAY_MS].map((offset) => ({
    now: () => Date.now() + offset,
    does: 'Compares dates of the token only, and measures elapsed time.',
    when: callEveryFiveMinutes,
    seconds: 0,
  })),
);

let offset = 0;
for (const [name, change] of [
  ['ahead', DAY_MS],
  ['back', -DAY_MS],
] as const) {
  row(`the clock is set a day ${name} during a session`, {
    now: () => Date.now() + offset,
    does: 'Uses the clock that advanced further; mints too early at most once.',
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
