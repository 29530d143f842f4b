import assert from 'node:assert/strict';

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

  const reset = await styleOf(page.getByRole('button', { name: 'Undo changes', exact: true }));
  assert.notEqual(reset.borderRadius, '0px', 'preflight keeps the border radius of a button');

  const pill = await styleOf(
    page.locator('label', { has: page.getByRole('checkbox', { name: 'Comedy', exact: true }) }),
  );
  assert.notEqual(pill.paddingInlineStart, '0px', 'preflight keeps the padding of an option');
  assert.notEqual(pill.borderRadius, '0px', 'an option is round');
  assert.notEqual(pill.backgroundColor, 'rgba(0, 0, 0, 0)', 'an option has a background');
}
