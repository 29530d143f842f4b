import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findRedis } from '../../scripts/findRedis.mjs';
import { generatedTitles } from '../../src/emulator/catalog/catalog.js';
import { serveEmulator, type ServedEmulator } from '../../src/emulator/serve/serveEmulator.js';
import { deferred } from '../support/promises.js';
import { madeUpRefreshToken } from '../support/tokens.js';
import { buildApp, startApp, type AppProcess } from './support/appProcesses.js';
import { freePort, startRedis, type Redis } from './support/startRedis.js';

const MINT = 'POST /auth/session-token';
const SESSION_COOKIE = '__Host-discovr-session';
const REFRESH_COOKIE = '__Host-discovr-refresh';
type Jar = Map<string, string>;

const command = findRedis();
let built: Awaited<ReturnType<typeof buildApp>>;
let api: ServedEmulator;
let redis: Redis | undefined;
let apps: AppProcess[] = [];
let earlierMints = 0;

/** Starts two processes of the app with a Redis server. */
async function start({ basePath = api.url, redisPort }: { basePath?: string; redisPort?: number } = {}) {
  await end();
  if (redisPort === undefined) redis = await startRedis(command!);
  const port = redisPort ?? redis!.port;
  const [first, second] = await Promise.all([1, 2].map(() => startApp(built.script, basePath, port)));
  apps = [first!, second!];
  return [first!, second!] as const;
}

async function end() {
  await Promise.all([...apps.splice(0).map((one) => one.kill()), redis?.kill()]);
  redis = undefined;
}

/** Signs a user in. Returns the cookies of the browser. */
async function signIn(one: AppProcess, jar: Jar = new Map()): Promise<Jar> {
  const response = await one.ask('POST', '/auth/device-codes', { jar });
  const { deviceCode, userCode } = (await response.json()) as Record<string, string>;
  api.emulator.control.approveDevice(userCode!);
  await one.ask('POST', `/auth/device-codes/${deviceCode}/poll`, { jar });
  return jar;
}

/** Requests the session of the first profile. Returns the status, the session, its id, and the time it took. */
async function mint(one: AppProcess, jar: Jar, replaces?: string) {
  const startedAt = performance.now();
  const body = { profileId: api.emulator.control.profiles()[0]!.id };
  const headers = replaces === undefined ? {} : { 'x-discovr-replaces': encodeURIComponent(replaces) };
  const response = await one.ask('POST', '/auth/session-token', { jar, body, headers });
  const { sessionToken, sessionId } = (await response.json()) as Record<string, string>;
  return { status: response.status, sessionToken, sessionId, jar, ms: performance.now() - startedAt };
}

/** Sends requests at once, half of them to each process, each with a copy of the cookies. */
const mintMany = (count: number, jar: Jar, replaces?: string) =>
  Promise.all(Array.from({ length: count }, (_, at) => mint(apps[at % 2]!, new Map(jar), replaces)));

const distinct = (answers: readonly { status: number; sessionToken: string | undefined }[]) => [
  ...new Set(answers.map(({ status, sessionToken }) => `${status} ${sessionToken}`)),
];

/** Counts the mints of the test. */
const mints = () => api.emulator.control.count(MINT) - earlierMints;
const untilMinting = (count: number) => vi.waitFor(() => expect(mints()).toBe(count), { interval: 5 });

it.runIf(process.env['CI'])('Redis is installed', () => {
  expect(command, 'Install redis-server.').toBeDefined();
});

describe.skipIf(!command)('two processes with a cache in Redis', () => {
  beforeAll(async () => {
    built = await buildApp();
    api = await serveEmulator({ port: 0, catalog: generatedTitles(50) });
  });

  afterAll(async () => {
    await end();
    await Promise.all([api.close(), built.remove()]);
  });

  beforeEach(() => {
    api.emulator.control.setLatency(0);
    earlierMints = api.emulator.control.count(MINT);
  });

  it('mint once for 100 simultaneous requests of a browser', async () => {
    const [first, second] = await start();
    for (const [round, latencyMs] of [0, 200].entries()) {
      const jar = await signIn(first);
      api.emulator.control.setLatency(latencyMs);
      const answers = await mintMany(100, jar);
      expect(distinct(answers)).toEqual([expect.stringMatching(/^200 ./)]);
      // Each response has set the cookie.
      expect((await mint(second, answers[0]!.jar)).sessionId).toBe(answers[0]!.sessionId);
      expect((await mint(first, answers[1]!.jar)).sessionId).toBe(answers[0]!.sessionId);
      expect(mints()).toBe(round + 1);
    }
  });

  it('mint once more when the API has refused the session, and return it to requests that began earlier', async () => {
    const [first] = apps as [AppProcess];
    const jar = await signIn(first);
    const { sessionId, jar: cookies } = await mint(first, new Map(jar));
    const answers = await mintMany(40, cookies, sessionId);
    expect(distinct(answers)).toEqual([expect.stringMatching(/^200 ./)]);
    expect(answers[0]!.sessionId).not.toBe(sessionId);
    expect((await mint(apps[1]!, jar)).sessionId).toBe(answers[0]!.sessionId);
    expect(mints()).toBe(2);
  });

  it('share a failure, and mint for the next request', async () => {
    const [first] = apps as [AppProcess];
    const jar = await signIn(first);
    api.emulator.control.setLatency(500);
    api.emulator.control.failNext({ kind: 'status', status: 503 }, { route: MINT });
    const answers = await mintMany(20, jar);
    api.emulator.control.setLatency(0);
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(503));
    expect(mints()).toBe(1);
    expect(distinct(await mintMany(20, jar))).toEqual([expect.stringMatching(/^200 ./)]);
    expect(mints()).toBe(2);
  });

  it('do not keep a session when the user signs out in the other process during the mint', async () => {
    const [first, second] = apps as [AppProcess, AppProcess];
    const jar = await signIn(first);
    api.emulator.control.setLatency(300);
    const pending = mint(first, new Map(jar));
    await untilMinting(1);
    expect((await second.ask('DELETE', '/auth/session', { jar: new Map(jar) })).status).toBe(200);
    const { status, jar: cookies } = await pending;
    expect(status).toBe(401);
    expect(cookies).toEqual(jar);
  });

  it('keep a sign-in that the same browser completes in the other process before its sign-out is answered', async () => {
    const [first, second] = apps as [AppProcess, AppProcess];
    const { control } = api.emulator;
    const earlier = control.count('DELETE /auth/session');
    const jar = await signIn(first);
    const before = jar.get(REFRESH_COOKIE);
    control.setLatency(1_500);
    const signOut = first.ask('DELETE', '/auth/session', { jar });
    await vi.waitFor(() => expect(control.count('DELETE /auth/session')).toBe(earlier + 1), { interval: 5 });
    control.setLatency(0);
    await signIn(second, jar);
    expect((await signOut).status).toBe(200);
    expect(jar.get(REFRESH_COOKIE)).not.toBe(before);
    for (const one of [first, second]) expect((await one.ask('GET', '/profiles', { jar })).status).toBe(200);
  });

  it('mint in the other process when one crashes during the mint', async () => {
    const [first, second] = await start();
    const jar = await signIn(first);
    api.emulator.control.setLatency(1_000);
    const lost = mint(first, new Map(jar)).catch(() => 'lost');
    await untilMinting(1);
    const waiting = mint(second, new Map(jar));
    await first.kill();
    expect(await lost).toBe('lost');
    api.emulator.control.setLatency(0);
    expect((await waiting).status).toBe(200);
    expect(mints()).toBe(2);
  });

  it('accept the cookie of a refresh token that the API has replaced in the other process', async () => {
    const next = madeUpRefreshToken('cafecafecafecafecafe');
    api.emulator.issueCredential({ refreshToken: next });
    const proxy = await serveRotating(next);
    const [first, second] = await start({ basePath: proxy.url });
    const jar = await signIn(first);
    const answers = await mintMany(20, jar);
    expect(distinct(answers)).toEqual([expect.stringMatching(/^200 ./)]);
    expect(mints()).toBe(1);
    // Both processes have set the cookie of the next token.
    for (const { jar: cookies } of answers.slice(0, 2)) {
      expect(cookies.get(REFRESH_COOKIE)).not.toBe(jar.get(REFRESH_COOKIE));
    }
    // Requests that were sent with the previous cookie.
    for (const one of [first, second]) {
      expect((await one.ask('GET', '/profiles', { jar: new Map(jar) })).status).toBe(200);
      expect((await mint(one, new Map(jar))).sessionToken).toBe(answers[0]!.sessionToken);
    }
    // Processes that have neither minted nor waited.
    const [third, fourth] = await Promise.all([3, 4].map(() => startApp(built.script, proxy.url, redis!.port)));
    apps.push(third!, fourth!);
    expect((await third!.ask('GET', '/profiles', { jar: new Map(jar) })).status).toBe(200);
    expect(mints()).toBe(1);
    expect((await fourth!.ask('DELETE', '/auth/session', { jar: new Map(jar) })).status).toBe(200);
    expect(() => api.emulator.control.revoke(next)).toThrow(/not in use/);
    proxy.close();
  });

  it('keep a user signed in whose request is refused while the other process receives the next refresh token', async () => {
    const next = madeUpRefreshToken('beefbeefbeefbeefbeef');
    api.emulator.issueCredential({ refreshToken: next });
    const isArriving = deferred<void>();
    const isReplaced = vi.fn();
    const proxy = await serveRotating(next, { afterMints: 1, isReplaced, isArriving: isArriving.promise });
    const [first, second] = await start({ basePath: proxy.url });
    const { jar, sessionId } = await mint(first, await signIn(first));
    const minting = mint(first, new Map(jar), sessionId);
    await vi.waitFor(() => expect(isReplaced).toHaveBeenCalled(), { interval: 5 });
    const cookies = new Map(jar);
    const profiles = second.ask('GET', '/profiles', { jar: cookies });
    await vi.waitFor(() => expect(proxy.refusals()).toBe(1), { interval: 5 });
    isArriving.resolve();
    expect((await profiles).status).toBe(200);
    expect((await minting).status).toBe(200);
    expect(cookies.has(REFRESH_COOKIE)).toBe(true);
    expect(cookies.get(REFRESH_COOKIE)).not.toBe(jar.get(REFRESH_COOKIE));
    proxy.close();
  });

  it('serve every request when Redis is killed during the mint, and then from the cookie', async () => {
    const [first, second] = await start();
    const jar = await signIn(first);
    api.emulator.control.setLatency(300);
    const pending = mintMany(100, jar);
    await untilMinting(1);
    await redis!.kill();
    const answers = await pending;
    await expectService(answers);
    expect(mints()).toBeLessThanOrEqual(2);
    const before = mints();
    expect((await mint(second, answers[0]!.jar)).sessionId).toBe(answers[0]!.sessionId);
    expect((await mint(first, answers[0]!.jar)).sessionId).toBe(answers[0]!.sessionId);
    expect(mints()).toBe(before);
  });

  it('serve every request when Redis hangs', async () => {
    const [first] = await start();
    const jar = await signIn(first);
    redis!.freeze();
    await expectService(await mintMany(100, jar));
    expect(mints()).toBe(2);
  });

  it('serve every request when Redis was never there', async () => {
    const [first] = await start({ redisPort: await freePort() });
    await expectService(await mintMany(100, await signIn(first)));
    expect(mints()).toBe(2);
  });
});

/** Expects that all requests were served. Tests with a fake clock check that none waits longer than a second. */
async function expectService(answers: Awaited<ReturnType<typeof mintMany>>) {
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(answers.every(({ jar }) => jar.has(SESSION_COOKIE))).toBe(true);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(15_000);
}

/** When a mint replaces the refresh token. */
interface Rotation {
  /** How many mints replace nothing before one does. */
  readonly afterMints: number;
  /** Called when the API refuses the previous token. */
  readonly isReplaced: () => void;
  /** When the response of that mint arrives. */
  readonly isArriving: Promise<void>;
}

/** Serves the API so that a mint replaces the refresh token, and the previous token is refused. */
async function serveRotating(
  next: string,
  { afterMints = 0, isReplaced = () => {}, isArriving = Promise.resolve() }: Partial<Rotation> = {},
) {
  let earlier = 0;
  let refusals = 0;
  const server: ServerType = serve({
    async fetch({ method, url, headers, body }: Request) {
      const { pathname, search } = new URL(url);
      const text = body && (await new Response(body).text());
      const response = await fetch(api.url + pathname + search, { method, headers, ...(text && { body: text }) });
      const answer = (await response.json()) as object;
      const token = headers.get('authorization')?.replace('Bearer ', '');
      if (response.status === 401) refusals += 1;
      const isMint = response.ok && pathname === '/auth/session-token' && token !== next;
      const replaces = isMint && (earlier += 1) > afterMints;
      if (replaces) {
        api.emulator.control.revoke(token);
        isReplaced();
        await isArriving;
      }
      return Response.json({ ...answer, ...(replaces && { refreshToken: next }) }, { status: response.status });
    },
    port: 0,
    hostname: '127.0.0.1',
    overrideGlobalObjects: false,
  });
  await new Promise((resolve) => server.once('listening', resolve));
  // A server on a port has an address object; only servers on pipes have a string.
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, refusals: () => refusals, close: () => void server.close() };
}
