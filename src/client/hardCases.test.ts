import { expect, it, vi } from 'vitest';
import { apiOnEmulator } from '../../test/support/apiOnEmulator.js';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';
import { deferred, failureOf, idle, until, watch } from '../../test/support/promises.js';
import { sdkOnEmulator } from '../../test/support/sdkOnEmulator.js';
import { everythingLoggable } from '../../test/support/secrets.js';
import { madeUpRefreshToken } from '../../test/support/tokens.js';
import { raceAbort } from '../shared/abort.js';
import { redactTokens } from '../shared/errors.js';
import { pageSchema } from '../api/pages.js';
import { adaptSdk } from './browserClient.js';
import { createPageRequest } from './createPageRequest.js';
import { toDiscovrError } from './foreignCall.js';

const ABORTED = { name: 'AbortError' };

it('raceAbort leaves no unhandled rejection when the signal has already aborted', async () => {
  const lost = raceAbort(Promise.reject(new Error('no')), AbortSignal.abort());
  expect(await failureOf(lost)).toMatchObject(ABORTED);
  await idle();
});

it('selectProfile leaves no unhandled rejection when it is aborted one microtask after the call', async () => {
  const { client, sam } = clientOnEmulator();
  await client.createPage();
  const controller = new AbortController();
  const call = watch(client.selectProfile(sam, { signal: controller.signal }));
  await Promise.resolve();
  controller.abort();
  await idle();
  expect(call.error).toMatchObject(ABORTED);
});

it('a call sends nothing when its signal has already aborted', async () => {
  const { identityApi, sent } = await apiOnEmulator();
  await failureOf(identityApi.getProfiles({ signal: AbortSignal.abort() }));
  expect(sent).toEqual([]);
});

it('createPage does not join a request from before a profile switch, even after a switch back', async () => {
  const { client, control, alex, sam } = clientOnEmulator();
  await client.createPage();
  control.setLatency(100);
  void watch(client.createPage({ name: 'x' }));
  await until(() => control.count('POST /pages') === 2);
  control.setLatency(0);
  await client.selectProfile(sam);
  await client.selectProfile(alex);
  expect(await client.createPage({ name: 'x' })).toMatchObject({ id: expect.any(String) });
});

it('getProfiles drops profiles that arrive after sign-out', async () => {
  const { client, control } = clientOnEmulator();
  control.setLatency(20);
  const call = watch(client.getProfiles());
  await until(() => control.requests.length === 1);
  await client.signOut();
  await until(() => call.status !== 'pending');
  expect(call.error).toMatchObject(ABORTED);
});

it.each(['..', '.', ''])('an id cannot change the path of a request: %j', async (id) => {
  const { sessionApi, sent } = await apiOnEmulator();
  await failureOf(sessionApi.getPage(id));
  expect(sent.map(({ url }) => new URL(url).pathname)).not.toContainEqual(expect.stringMatching(/^\/(pages\/)?$/));
});

it('an error contains no token when the platform rejects the header that contains the token', async () => {
  const { client } = clientOnEmulator({ session: 'signedOut', retries: 0 });
  await client.adoptCredential({ refreshToken: `${madeUpRefreshToken('abc')}\ndef` });
  expect(everythingLoggable(await failureOf(client.getProfiles()))).not.toContain(madeUpRefreshToken('abc'));
});

it('toDiscovrError removes tokens from the cause', () => {
  const token = madeUpRefreshToken('abc');
  expect(everythingLoggable(toDiscovrError(new Error(`Refused: ${token}`)))).not.toContain(token);
});

it('redactTokens redacts a token after a URL escape', () => {
  const token = madeUpRefreshToken('abc');
  expect(redactTokens(`authorization=Bearer%20${token}`)).not.toContain(token);
});

it('an error contains no part of a session token when its message is truncated inside the token', async () => {
  const { control, sessionApi, sessionToken } = await apiOnEmulator();
  control.failNext({ kind: 'body', status: 400, body: { message: `${'x'.repeat(250)} ${sessionToken}` } });
  expect(everythingLoggable(await failureOf(sessionApi.createPage({})))).not.toContain(sessionToken.slice(0, 16));
});

it.each([
  ['error code', (token: string) => ({ code: token })],
  ['path of an issue', (token: string) => ({ issues: [{ path: [token], message: 'x' }] })],
  ['filters', (token: string) => ({ pageLevelFilters: { with_watch_providers: [token] } })],
])('an error contains no token that the server echoes in the %s', async (_name, body) => {
  const { control, identityApi, refreshToken } = await apiOnEmulator();
  control.failNext({ kind: 'body', status: 400, body: body(refreshToken) });
  expect(everythingLoggable(await failureOf(identityApi.getProfiles()))).not.toContain(refreshToken);
});

it.each(['no longer needed', new Error('unmounted'), new DOMException('x', 'TimeoutError')])(
  'a call rejects with an AbortError for any abort reason: %s',
  async (reason) => {
    const { client, control } = clientOnEmulator();
    control.failNext({ kind: 'hang' });
    const controller = new AbortController();
    const call = watch(client.getProfiles({ signal: controller.signal }));
    await until(() => control.requests.length === 1);
    controller.abort(reason);
    await idle();
    expect(call.error).toMatchObject(ABORTED);
  },
);

it('a 408 is retried, whatever its error code', async () => {
  vi.useFakeTimers();
  const { control, identityApi } = await apiOnEmulator();
  control.failNext({ kind: 'status', status: 408, code: 'REQUEST_TIMEOUT' });
  const call = watch(identityApi.getProfiles());
  await vi.advanceTimersByTimeAsync(400);
  expect(call.status).toBe('resolved');
});

it('a page omits hero items of unknown media types', () => {
  const film = { type: 'media', id: 'MV_550', title: 'Fight Club', media_type: 'movie' };
  const hero = [film, { ...film, media_type: 'short' }, { ...film, id: 'EP_1' }];
  expect(pageSchema.parse({ id: 'page_1', createdAt: '2026-01-01', hero }).hero).toHaveLength(1);
});

it('adaptSdk drops a result that arrives after a switch to another profile and back', async () => {
  const { sdk, inner, alex, sam } = await sdkOnEmulator();
  const { promise, resolve } = deferred<{ id: string; createdAt: string }>();
  const createPage = vi.spyOn(sdk, 'createPage').mockReturnValue(promise);
  const adapted = adaptSdk(sdk);
  adapted.connect();
  const call = watch(adapted.createPage());
  await vi.waitFor(() => expect(createPage).toHaveBeenCalled());
  await inner.selectProfile(sam);
  await inner.selectProfile(alex);
  resolve({ id: 'page_1', createdAt: '2026-01-01' });
  await idle();
  expect(call.error).toMatchObject(ABORTED);
});

it('an adapted SDK that is connected twice reports each renewal once', async () => {
  const { sdk, inner } = await sdkOnEmulator();
  const adapted = adaptSdk(sdk);
  adapted.connect();
  adapted.connect();
  const listener = vi.fn();
  adapted.onSessionRefreshed(listener);
  await inner.createPage();
  expect(listener).toHaveBeenCalledTimes(2);
});

it('an adapted SDK can be called before it is connected', async () => {
  const { sdk } = await sdkOnEmulator();
  expect(await adaptSdk(sdk).createPage()).toMatchObject({ id: expect.any(String) });
});

it('an infinite timeout does not expire immediately', async () => {
  const { control, identityApi } = await apiOnEmulator({ timeoutMs: Infinity });
  control.setLatency(30);
  expect(await identityApi.getProfiles()).toBeDefined();
});

it('a fractional Retry-After is read as seconds, not as a date', async () => {
  vi.useFakeTimers();
  const { control, identityApi } = await apiOnEmulator();
  control.failNext({ kind: 'status', status: 503, retryAfter: '1.5' });
  void watch(identityApi.getProfiles());
  await vi.advanceTimersByTimeAsync(100);
  expect(control.count('GET /profiles')).toBe(1);
});

it.each([{ genres: 35 }, { region: {} }, 'all', []])(
  'createPageRequest rejects filters of the wrong shape: %j',
  (pageFilters) => {
    expect(() => createPageRequest({ pageFilters: pageFilters as never })).toThrow(
      'these fields are not valid: pageFilters',
    );
  },
);
