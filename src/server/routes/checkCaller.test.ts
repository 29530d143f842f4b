import { expect, test } from 'vitest';
import { serverApp } from '../../../test/support/serverApp.js';

const good = { origin: 'https://app.example', 'sec-fetch-site': 'same-origin', 'x-discovr-request': '1' };

/** Headers of requests that other pages can make a browser send. */
const attacks: [string, Record<string, string>][] = [
  ['another site', { ...good, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another site, in a browser without Sec-Fetch-Site', { origin: 'https://evil.example', 'x-discovr-request': '1' }],
  ['a sibling subdomain', { ...good, origin: 'https://blog.app.example', 'sec-fetch-site': 'same-site' }],
  ['a sibling subdomain that hides its origin', { 'sec-fetch-site': 'same-site', 'x-discovr-request': '1' }],
  ['the same host over http', { ...good, origin: 'http://app.example' }],
  ['the same host on another port', { ...good, origin: 'https://app.example:8443' }],
  ['a sandboxed frame', { ...good, origin: 'null' }],
  ['a form of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['a page of the app without the header', { origin: good.origin, 'sec-fetch-site': 'same-origin' }],
  ['a page of the app with another header', { ...good, 'x-discovr-request': 'true' }],
  ['a client that sends neither Origin nor Sec-Fetch-Site', { 'x-discovr-request': '1' }],
  ['a URL that the user typed', { 'sec-fetch-site': 'none', 'x-discovr-request': '1' }],
  ['an origin that only begins like the app', { ...good, origin: 'https://app.example.evil.example' }],
];

test.each(attacks)(
  'a request that changes state from %s gets 403, and the API is not asked',
  async (_from, headers) => {
    const app = serverApp();
    await app.signIn();
    const [asked, jar] = [app.bearers.length, new Map(app.jar)];
    for (const [method, path] of [
      ['POST', '/auth/session-token'],
      ['POST', '/profiles'],
      ['PATCH', '/profiles/p'],
      ['DELETE', '/profiles/p'],
      ['DELETE', '/auth/session'],
      ['POST', '/auth/device-codes'],
      ['POST', '/auth/device-codes/x/poll'],
    ] as const) {
      const forged = {
        ...headers,
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        host: 'evil.example',
      };
      const response = await app.send(path, { method, headers: forged });
      expect([method, path, response.status]).toEqual([method, path, 403]);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(app.bearers).toHaveLength(asked);
    expect(app.jar).toEqual(jar);
  },
);

test.each<[string, Record<string, string>, number]>([
  ['a page of the app', good, 200],
  ['a page of the app in a browser without Sec-Fetch-Site', {}, 200],
  ['a URL that the user typed', { 'sec-fetch-site': 'none' }, 200],
  ['a sibling subdomain', { 'sec-fetch-site': 'same-site' }, 403],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
])('a request that only reads from %s gets %s', async (_from, headers, status) => {
  const app = serverApp();
  await app.signIn();
  expect((await app.send('/profiles', { headers })).status).toBe(status);
});
