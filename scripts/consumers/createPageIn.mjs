const TIMEOUT_MS = 20_000;

/**
 * Opens an app, fills in the form, creates a page and runs `check`. Returns everything that went wrong, including
 * console errors and warnings, uncaught errors and failed requests.
 */
export async function createPageIn(browser, url, settings, check) {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  const faults = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    faults.push(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  await page.addInitScript((emulator) => (globalThis.discovrEmulator = emulator), settings);
  try {
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.getByRole('radio', { name: 'Movies', exact: true }).check();
    const genres = page.getByRole('group', { name: 'Genres', exact: true });
    await genres.getByRole('checkbox', { name: 'Comedy', exact: true }).check();
    await page.getByRole('button', { name: 'Apply filters', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'Page created.' }).waitFor({ state: 'attached' });
    await check(page);
  } catch (error) {
    faults.push(error.stack ?? String(error));
  }
  await page.close();
  return faults;
}
