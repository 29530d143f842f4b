import { getRequestListener } from '@hono/node-server';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDiscovrServer, type DiscovrServer } from '../../src/server/index.js';
import { launchChromium } from '../support/chromium/launchChromium.js';
import { serverApp } from '../support/serverApp.js';

const APP = 'app.example';
const SIBLING = `blog.${APP}`;

let browser: Browser;
let server: Server;
let port: number;
let discovr: DiscovrServer;
/** Cookies that the sibling plants. */
let planted: string[] = [];
/** Cookies that the last page of the app received, byte by byte. */
let received = '';

beforeAll(async () => {
  browser = await launchChromium('--host-resolver-rules=MAP *.example 127.0.0.1');
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const ofApp = getRequestListener(async (request) => {
    if (new URL(request.url).pathname !== '/') return discovr.fetch(request);
    received = request.headers.get('cookie') ?? '';
    const { requestHeaders, responseHeaders } = await discovr.prepare(request);
    return new Response(requestHeaders.get('cookie'), { headers: responseHeaders });
  });
  server = createServer({ key, cert: selfSigned(publicKey, privateKey) }, (request, response) => {
    if (request.headers.host?.startsWith(SIBLING)) response.writeHead(200, { 'set-cookie': planted }).end();
    else void ofApp(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server on a port has an address object; only servers on pipes have a string.
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => Promise.all([browser.close(), new Promise((resolve) => server.close(resolve))]));

test('a sibling subdomain cannot sign its visitors in to its own account with planted cookies', async () => {
  const attacker = serverApp();
  await attacker.signIn();
  await attacker.mint(attacker.profileId());
  const begun = await attacker.send('/sign-in/redirect', { headers: { 'sec-fetch-site': 'same-origin' } });
  const { callbackUrl } = attacker.control.authorize(new URL(begun.headers.get('location')!));
  expect([...attacker.jar.keys()]).toEqual([
    '__Host-discovr-refresh',
    '__Host-discovr-session',
    expect.stringMatching(/^__Host-discovr-state-/),
  ]);
  attacker.jar.set('__Host-discovr-signOut', 'planted');
  // The server of the app and that of the attacker's browser have the same secret.
  const origin = `https://${APP}:${port}`;
  discovr = createDiscovrServer({
    clientId: 'my-app',
    origin,
    secret: 'a secret of the tests, with 32 bytes or more',
    fetch: attacker.emulator.fetch,
  });
  planted = ['', '\u00a0'].flatMap((space) =>
    [...attacker.jar].map(([name, value]) => `${space}${name}=${value}; Domain=${APP}; Path=/; Secure`),
  );

  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`https://${SIBLING}:${port}/`);
  const passedOn = await (await page.goto(`${origin}/`))!.text();
  // The browser ignores the prefix of a name that begins with a no-break space.
  const names = received.split('; ').map((pair) => pair.split('=')[0]);
  expect(new Set(names)).toEqual(new Set([...attacker.jar.keys()].map((name) => `\u00a0${name}`)));
  expect(passedOn).toBe('');
  const ask = (path: string) => page.evaluate(async (url) => (await fetch(url)).text(), `${origin}/api/discovr${path}`);
  expect(await ask('/sign-in')).toBe('{"signIn":null}');
  await page.goto(callbackUrl.replace(`https://${APP}`, origin));
  expect(page.url()).toBe(`${origin}/?discovr-error=AUTH_FAILED`);
  expect(await ask('/sign-in')).toBe('{"signIn":null}');
  expect((await context.cookies()).filter(({ httpOnly }) => httpOnly)).toEqual([]);
  await context.close();
});

/** Returns a self-signed certificate (X.509, version 1) without names. The browser of the test accepts any. */
function selfSigned(publicKey: KeyObject, privateKey: KeyObject): string {
  const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
  const time = (text: string) => der(0x17, Buffer.from(text));
  const ecdsaWithSha256 = sequence(Buffer.from('06082a8648ce3d040302', 'hex'));
  const noName = sequence();
  const content = sequence(
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    noName,
    sequence(time('200101000000Z'), time('491231235959Z')),
    noName,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const base64 = Buffer.from(sequence(content, ecdsaWithSha256, signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/** Encodes a value of at most 65,535 bytes in DER. */
function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const { length } = Buffer.concat(parts);
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  const size = length < 0x80 ? bytes : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...size]), ...parts]);
}
