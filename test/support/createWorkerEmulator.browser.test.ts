import { afterEach, expect, test, vi } from 'vitest';
import { createWorkerEmulator, type WorkerEmulator } from '../../stories/support/worker/createWorkerEmulator.js';
import { createTestDiscovrOn, type TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';
import { leaveAndReturn } from '../../stories/support/leaveAndReturn.js';
import { watch } from './promises.js';

const profilesUrl = 'https://api.discovr.media/profiles';
const emulators: WorkerEmulator[] = [];

/** Creates a client whose emulator is in a worker. */
async function inWorker(options: Pick<TestDiscovrOptions, 'session'> = {}) {
  const emulator = await createWorkerEmulator({ seed: 'test' });
  emulators.push(emulator);
  return { ...createTestDiscovrOn(emulator, options), close: emulator.close };
}

afterEach(() => {
  for (const emulator of emulators.splice(0)) emulator.close();
});

test('an emulator in a worker creates a page and its rows for the active profile', async () => {
  const { client, control } = await inWorker();
  const page = await client.createPage({ pageFilters: { genres: [35] } });
  const { rows } = await client.getRows(page.id);
  expect(rows.length).toBeGreaterThan(0);
  expect(control.requests).toContainEqual({ method: 'POST', path: '/pages', status: 200 });
});

test('a request to a closed emulator in a worker gets no response', async () => {
  const { emulator, close } = await inWorker();
  close();
  const response = watch(emulator.fetch(profilesUrl));
  const other = await inWorker();
  await other.emulator.fetch(profilesUrl);
  expect(response.status).toBe('pending');
});

test('an emulator in a worker responds with errors', async () => {
  const { emulator, client, control } = await inWorker();
  const response = await emulator.fetch(profilesUrl);
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('json');
  expect(await response.json()).toMatchObject({ code: 'TOKEN_INVALID' });
  control.failNext({ kind: 'status', status: 400 }, { route: 'POST /pages' });
  await expect(client.createPage()).rejects.toMatchObject({ status: 400 });
});

test('a request to a worker, or the body of its response, rejects when it is aborted', async () => {
  const { emulator, control } = await inWorker();
  const [first, second] = [new AbortController(), new AbortController()];
  const response = emulator.fetch(profilesUrl, { signal: first.signal });
  first.abort();
  await expect(response).rejects.toMatchObject({ name: 'AbortError' });
  control.failNext({ kind: 'stall' });
  const stalled = await emulator.fetch(profilesUrl, { signal: second.signal });
  second.abort();
  await expect(stalled.text()).rejects.toBeInstanceOf(Error);
});

test('a request to a worker rejects while the connection is off, and waits for the latency', async () => {
  const { emulator, control } = await inWorker();
  control.setOffline(true);
  await expect(emulator.fetch(profilesUrl)).rejects.toBeInstanceOf(TypeError);
  control.setOffline(false);
  control.setLatency(100);
  const sentAt = performance.now();
  await emulator.fetch(profilesUrl);
  expect(performance.now() - sentAt).toBeGreaterThanOrEqual(99);
});

test('the state of an emulator in a worker can be controlled', async () => {
  const { client, control, profileId } = await inWorker();
  const created = await client.createProfile('Kim', 'https://images.example/kim.png');
  const ids = control.profiles().map(({ id }) => id);
  expect(ids).toContain(created);
  expect(ids).toContain(profileId);
  expect(new Set(ids).size).toBe(3);
  await client.createPage();
  control.expireSession();
  await client.createPage({ pageFilters: { genres: [18] } });
  expect(control.count('POST /auth/session-token')).toBe(2);
  control.revoke();
  await expect(client.getProfiles()).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
});

test('users sign in by popup and by code with an emulator in a worker', async () => {
  const byPopup = await inWorker({ session: 'signedOut' });
  const signedIn = byPopup.client.signInWithPopup();
  await byPopup.browser.signIn();
  await signedIn;
  expect(await byPopup.client.getProfiles()).toHaveLength(2);

  const byCode = await inWorker({ session: 'signedOut' });
  const { userCode } = await byCode.client.signInWithDeviceCode();
  byCode.control.approveDevice(userCode);
  leaveAndReturn();
  await vi.waitFor(() => expect(byCode.client.getSession().status).toBe('signedIn'));
  expect(await byCode.client.getProfiles()).toHaveLength(2);
});
