import { expect, test } from '@playwright/test';

const control = 'http://localhost:4010/__control';

test.beforeEach(async ({ request }) => {
  await request.post(control, { data: { reset: [] } });
});

test('without a connection, the app says so, and it goes on when Discovr is back', async ({ page, request }) => {
  const setOffline = (isOffline: boolean) => request.post(control, { data: { setOffline: [isOffline] } });
  const failure = page.getByRole('alert').filter({ hasText: 'Can’t connect' });
  await setOffline(true);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'This didn’t load' })).toBeVisible();
  await expect(failure).toBeVisible();
  await setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Alex' }).click();
  await expect(page.getByRole('button', { name: 'Apply filters' })).toBeVisible();
  for (const genre of ['Comedy', 'Drama']) {
    await setOffline(true);
    await page.getByRole('checkbox', { name: genre }).check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(failure).toBeVisible();
    await setOffline(false);
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(failure).toBeHidden();
    await expect(page.getByRole('region', { name: 'Top 10' }).first()).toBeVisible();
  }
});
