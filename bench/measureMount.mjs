import { median, medianRatio, shuffled } from './statistics.mjs';

const WARM_UP = 40;
const ROUNDS = 60;
const MAX_RATIO = 1.3;

const FORMS = {
  bare: 'bare HTML: the same controls by React alone',
  ours: '<PageFilterForm> with its provider and stylesheet',
  reactSelect: 'react-select and react-hook-form',
  mui: 'MUI and react-hook-form',
  mantine: 'Mantine and react-hook-form',
  bareListed: 'bare HTML with the 249 regions in a <select>',
  markup: "our form's markup and stylesheet without its logic",
};

/** Mount of each form in a page of its own, one after the other in rounds. */
export async function measureMount(openPage) {
  const pages = {};
  for (const form of Object.keys(FORMS)) pages[form] = await openPage({ form });
  const mount = (form) => pages[form].evaluate(() => globalThis.bench.mount());

  const times = Object.fromEntries(Object.keys(FORMS).map((form) => [form, []]));
  let shown = {};
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const form of shuffled(Object.keys(FORMS))) {
      const { ms, controls, elements } = await mount(form);
      if (round >= 0) times[form].push(ms);
      shown = { ...shown, [form]: { controls, elements } };
    }
  }
  await Promise.all(Object.values(pages).map((page) => page.context().close()));

  return Object.entries(FORMS).map(([form, name]) => ({
    name: `${name} (${shown[form].controls} controls, ${shown[form].elements} elements)`,
    ms: median(times[form]),
    ratio: medianRatio(times[form], times.bare),
    target: form === 'ours' ? MAX_RATIO : undefined,
  }));
}
