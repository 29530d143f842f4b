export async function check(page) {
  await page.getByText(/^Created \S+$/).waitFor();
  await page.locator('.discovr-MediaCard').waitFor();
  // React 19 removes such a URL itself.
  if (await page.locator('a[href^="javascript:"]').count()) throw new Error('A card links to a script.');
}
