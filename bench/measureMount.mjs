import { median, medianRatio, shuffled } from './statistics.mjs';

const WARM_UP = 10;
const ROUNDS = 30;
const MOUNTS_PER_ROUND = 5;
const MAX_RATIO_TO_MARKUP = 1.25;
/** A form with fewer controls has failed to mount. */
const MIN_CONTROLS = 20;

const FORMS = {
  bare: 'bare HTML: the same controls, rendered by React alone',
  ours: '<PageFilterForm>',
  reactSelect: 'react-select',
  mui: 'MUI',
  mantine: 'Mantine',
  bareListed: 'bare HTML with the 249 regions in a <select>',
  markup: 'the markup of <PageFilterForm>',
};

/** Mounts each form in a separate document, in rounds, and returns the results in two groups. */
export async function measureMount(openPage) {
  const pages = {};
  for (const form of Object.keys(FORMS)) pages[form] = await openPage({ form });

  const times = Object.fromEntries(Object.keys(FORMS).map((form) => [form, []]));
  const shown = {};
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const form of shuffled(Object.keys(FORMS))) {
      const mounts = await pages[form].evaluate((count) => globalThis.bench.mount(count), MOUNTS_PER_ROUND);
      if (round >= 0) times[form].push(median(mounts.map(({ ms }) => ms)));
      shown[form] = mounts[0];
      if (shown[form].controls < MIN_CONTROLS)
        throw new Error(`The form "${form}" has fewer than ${MIN_CONTROLS} controls.`);
    }
  }
  await Promise.all(Object.values(pages).map((page) => page.context().close()));

  const row = (form, base, target) => ({
    name: `${FORMS[form]} (${shown[form].controls} controls, ${shown[form].elements} elements)`,
    ms: median(times[form]),
    ratio: medianRatio(times[form], times[base]),
    target,
  });
  return {
    'Mounting the form: ratio to bare HTML': ['bare', 'ours', 'reactSelect', 'mui', 'mantine', 'bareListed'].map(
      (form) => row(form, 'bare'),
    ),
    'Mounting the form: ratio to its markup and stylesheet without logic': [
      row('markup', 'markup'),
      row('ours', 'markup', MAX_RATIO_TO_MARKUP),
    ],
  };
}
