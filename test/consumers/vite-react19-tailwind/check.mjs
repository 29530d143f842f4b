import assert from 'node:assert/strict';

/** The app, and the same app with the library compiled by the React Compiler. */
export const paths = ['', 'library/'];

const styleOf = (locator) =>
  locator.evaluate((element) => {
    const { backgroundColor, borderRadius, paddingInlineStart, color } = getComputedStyle(element);
    return { backgroundColor, borderRadius, paddingInlineStart, color };
  });

export async function check(page) {
  const utility = await styleOf(page.locator('#utility'));
  const apply = await styleOf(page.getByRole('button', { name: 'Apply filters', exact: true }));
  assert.equal(apply.backgroundColor, utility.backgroundColor, "a utility overrides the stylesheet's background");
  assert.equal(apply.borderRadius, '0px', "a utility overrides the stylesheet's border radius");
  assert.notEqual(apply.paddingInlineStart, '0px', 'preflight keeps the padding of a button');

  const reset = await styleOf(page.locator('.discovr-UndoButton').first());
  assert.notEqual(reset.borderRadius, '0px', 'preflight keeps the border radius of a button');

  const pill = await styleOf(
    page.locator('label', { has: page.getByRole('checkbox', { name: 'Comedy', exact: true }) }),
  );
  assert.notEqual(pill.paddingInlineStart, '0px', 'preflight keeps the padding of an option');
  assert.notEqual(pill.borderRadius, '0px', 'an option is round');
  assert.notEqual(pill.backgroundColor, 'rgba(0, 0, 0, 0)', 'an option has a background');

  await checkOwnFilters(page.getByRole('form', { name: 'Own filters', exact: true }));
  await checkTitleSheet(page);
}

/** Checks that custom markup follows the draft, although the React Compiler caches what it renders. */
async function checkOwnFilters(form) {
  const output = (name) => form.getByRole('status', { name: `Own ${name}`, exact: true });
  await output('state')
    .filter({ hasText: /^unchanged$/ })
    .waitFor();
  await form.getByRole('spinbutton', { name: 'Longest runtime', exact: true }).fill('90');
  await output('value').filter({ hasText: /^90$/ }).waitFor();
  await output('state')
    .filter({ hasText: /^changed$/ })
    .waitFor();
  await output('summary').filter({ hasText: '90' }).waitFor();
  await form.getByRole('button', { name: /^Drop / }).click();
  await output('state')
    .filter({ hasText: /^unchanged$/ })
    .waitFor();
}

/** Opens a title of a rail and changes whether it is liked: the app at the other path may have liked the same title. */
async function checkTitleSheet(page) {
  const rail = page.locator('[data-row-id]:not([data-row-id="hero"])').first();
  await rail.getByRole('button').first().click();
  const like = (state) => page.getByRole('dialog').getByRole('button', { name: 'Like', exact: true, ...state });
  await like({ disabled: false }).waitFor();
  const isLiked = (await like().getAttribute('aria-pressed')) === 'true';
  await like().click();
  await like({ pressed: !isLiked }).waitFor();
}
