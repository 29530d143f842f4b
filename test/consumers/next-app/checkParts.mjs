import assert from 'node:assert/strict';

/** Checks a server component that reads the parts of the form from `PageFilterForm` and links titles with a string. */
export async function checkParts(page) {
  const link = new URL('/parts', page.url()).href;
  const html = await (await page.request.get(link)).text();
  assert.match(html, /href="\/title\/MV_550"/, 'the server links titles');
  await page.goto(link, { waitUntil: 'networkidle' });
  assert.equal(await page.getByRole('radio').count(), 0, 'the form has only the given parts');
  await page.getByRole('checkbox', { name: 'Comedy', exact: true }).check();
  await page.getByRole('button', { name: /^Clear all/ }).click();
  assert.equal(await page.getByRole('checkbox', { name: 'Comedy', exact: true }).isChecked(), false);
}
