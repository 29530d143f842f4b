import assert from 'node:assert/strict';
import { checkParts } from './checkParts.mjs';

export async function check(page) {
  const html = await (await page.request.get(page.url())).text();
  assert.match(html, /Komödie/, 'the server describes filters in text');
  assert.match(html, /type="checkbox"/, 'the server renders the options');
  assert.match(html, /Start again/, 'messages can be passed from a server component');
  await checkFiltersInUrl(page);
  await checkParts(page);
}

async function checkFiltersInUrl(page) {
  const link = new URL('/browse?view=list&f=1&f.genres=28.80', page.url()).href;
  const html = await (await page.request.get(link)).text();
  assert.match(html, /Remove Crime/, 'the server renders the filters of a link');
  await page.goto(link, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Remove Crime', exact: true }).click();
  await page.waitForURL('**/browse?view=list&f=1&f.genres=28');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('checkbox', { name: 'Comedy', exact: true }).check();
  await page.getByRole('button', { name: 'Show titles', exact: true }).click();
  // Action and its genre of series are one choice.
  await page.waitForURL('**/browse?view=list&f=1&f.genres=28.35.10759');
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: 'Remove Crime', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove Comedy', exact: true }).waitFor({ state: 'detached' });
}
