import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { failureOf, until } from '../../test/support/promises.js';
import { DEVICE_POLL_INTERVAL_MS } from '../session/clock.js';
import { traceOf, type TraceEvent } from '../shared/trace.js';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

test('the trace of a client reports its decisions from sign-in to sign-out, without a token or a credential', async () => {
  const { client, control, alex, sent } = clientOnEmulator({ session: 'signedOut' });
  const events: TraceEvent[] = [];
  traceOf(client).emit = (event) => events.push(event);
  const disconnect = client.connect();

  const signIn = await client.signInWithDeviceCode();
  control.approveDevice(signIn.userCode);
  await vi.advanceTimersByTimeAsync(DEVICE_POLL_INTERVAL_MS);
  await signIn.finished();
  await client.selectProfile(alex);
  await Promise.all([client.createPage(), client.createPage({ pageFilters: { genres: [35] } })]);
  control.expireSession();
  await Promise.all([client.createPage(), client.createPage({ pageFilters: { genres: [18] } })]);
  control.failNext({ kind: 'status', status: 503 }, { route: 'GET /profiles' });
  await client.getProfiles();
  await failureOf(client.getPage('page_of_nobody'));
  await client.signOut();
  await until(() => !client.isSignedIn());
  disconnect();

  for (const expected of [
    { type: 'signIn', way: 'code' },
    { type: 'signIn', way: 'code', outcome: 'approved' },
    { type: 'mint', step: 'asked', reason: 'choice' },
    { type: 'mint', step: 'turn' },
    { type: 'mint', step: 'lock', isHeld: false },
    { type: 'token', step: 'held' },
    { type: 'token', step: 'refused' },
    { type: 'mint', step: 'asked', reason: 'refused', leftMs: expect.any(Number) },
    { type: 'mint', step: 'joined' },
    { type: 'mint', step: 'ended', outcome: 'ok', callers: 2 },
    { type: 'channel', step: 'sent', kind: 'signedOut' },
    { type: 'request', name: 'GET /profiles', attempt: 1, outcome: 'SERVER_ERROR', waitMs: expect.any(Number) },
    { type: 'request', name: 'GET /profiles', tier: 'identity', attempt: 2, outcome: 'ok' },
    {
      ...{ type: 'request', name: 'GET /pages/{pageId}', tier: 'session', attempt: 1, outcome: 'NOT_FOUND' },
      ...{ tookMs: expect.any(Number), leftMs: expect.any(Number), requestId: expect.any(String) },
    },
    { type: 'request', name: 'DELETE /auth/session', attempt: 1, outcome: 'ok' },
  ]) {
    expect(events).toContainEqual(expect.objectContaining(expected));
  }
  const text = JSON.stringify(events);
  const tokens = new Set(sent.map(({ token }) => token).filter(Boolean));
  expect(tokens.size).toBe(3);
  for (const token of tokens) expect(text).not.toContain(token);
  expect(text).not.toMatch(/rt_|eyJ|page_of_nobody/);
});
