import { expect, test } from '@playwright/test';

const control = 'http://localhost:4010/__control';

test.beforeEach(async ({ request }) => {
  await request.post(control, { data: { reset: [] } });
});

test('a list of profiles that failed can be loaded again', async ({ page, request }) => {
  // The client sends a failed read three times.
  const fault = [
    { kind: 'status', status: 503 },
    { times: 3, route: 'GET /profiles' },
  ];
  await request.post(control, { data: { failNext: fault } });
  await page.goto('/');
  await expect(page.getByText('The service is having trouble')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Alex' })).toBeVisible();
});

test('a user whose sign-in was revoked signs in again', async ({ page, request }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Alex' }).click();
  await expect(page.getByRole('button', { name: 'Apply filters' })).toBeVisible();
  await request.post(control, { data: { revoke: [] } });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in on this device' })).toBeVisible();
});
