import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { idle, watch } from '../../test/support/promises.js';
import { backEnd } from '../../test/support/backEnd.js';
import { createSessionSource } from '../client/sessionSource.js';
import { createTestDiscovr } from './createTestDiscovr.js';

test('createTestDiscovr leaves the session to a session source', async () => {
  const server = backEnd();
  server.signIn();
  const { client } = createTestDiscovr({
    client: { sessionSource: createSessionSource(server.path, { fetch: server.fetch }) },
  });
  expect(await client.ready()).toEqual({ status: 'signedIn' });
});

describe('the user of the simulated browser', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 }));
  afterEach(() => void vi.useRealTimers());

  test('waits for the popup of a second sign-in', async () => {
    const { client, browser, control } = createTestDiscovr({ session: 'signedOut' });
    const first = client.signInWithPopup();
    await browser.signIn();
    await first;
    const acted = watch(browser.signIn());
    await idle();
    expect(acted.status).toBe('pending');
    expect(await client.signInWithPopup()).toEqual({ kept: true });
    expect([acted.status, control.count('POST /auth/code')]).toEqual(['resolved', 2]);
  });

  test('waits for the redirect of a second sign-in', async () => {
    const { client, browser } = createTestDiscovr({ session: 'signedOut' });
    await client.signInWithWebAuth({ returnTo: '/first' });
    await client.completeWebSignIn(await browser.completeRedirect());
    expect(browser.redirectUrl).toBeUndefined();
    const second = browser.completeRedirect();
    await client.signInWithWebAuth({ returnTo: '/second' });
    expect(await client.completeWebSignIn(await second)).toEqual({ kept: true, returnTo: '/second' });
  });
});
