import assert from 'node:assert/strict';

const styleOf = (locator) =>
  locator.evaluate((element) => {
    const { backgroundColor, borderRadius, paddingInlineStart, color } = getComputedStyle(element);
    return { backgroundColor, borderRadius, paddingInlineStart, color };
  });

export async function check(page) {
  const utility = await styleOf(page.locator('#utility'));
  const apply = await styleOf(page.getByRole('button', { name: 'Apply filters', exact: true }));
  assert.equal(apply.backgroundColor, utility.backgroundColor, "a utility wins over the stylesheet's background");
  assert.equal(apply.borderRadius, '0px', "a utility wins over the stylesheet's radius");
  assert.notEqual(apply.paddingInlineStart, '0px', 'preflight leaves the padding of the button');

  const reset = await styleOf(page.getByRole('button', { name: 'Reset', exact: true }));
  assert.notEqual(reset.borderRadius, '0px', 'preflight leaves the radius of a button');

  const pill = await styleOf(
    page.locator('label', { has: page.getByRole('checkbox', { name: 'Comedy', exact: true }) }),
  );
  assert.notEqual(pill.paddingInlineStart, '0px', 'preflight leaves the padding of a pill');
  assert.notEqual(pill.borderRadius, '0px', 'a pill is round');
  assert.notEqual(pill.backgroundColor, 'rgba(0, 0, 0, 0)', 'a chosen pill is filled');
}
