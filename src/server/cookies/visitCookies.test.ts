import { describe, expect, it } from 'vitest';
import { serverSettings } from '../serverSettings.js';
import { visitCookies } from './visitCookies.js';

const settings = serverSettings({ clientId: 'app', origin: 'https://app.example', secret: 's'.repeat(32) });
const cookiesOf = (cookie: string) =>
  visitCookies(new Request('https://app.example/', { headers: { cookie } }), settings);

describe.each(['refresh', 'session', 'signOut', 'state-1a'] as const)('the cookie for %s', (kind) => {
  const name = `__Host-discovr-${kind}`;

  it.each(['\u00a0', '\v', '\f', '\u00a0 ', '\u0085', '\u001f'])(
    'is not read, and not passed on, when its name begins or ends with %j, so that browsers ignore its prefix',
    (space) => {
      for (const planted of [`${space}${name}`, `${name}${space}`]) {
        const cookies = cookiesOf(`theme=dark; ${planted}=planted`);
        expect([cookies.get(kind), cookies.states()]).toEqual([undefined, []]);
        expect(cookies.header()).toBe('theme=dark');
        cookies.set('signOut', 'kept', 60);
        expect(cookies.header()).toBe('theme=dark; __Host-discovr-signOut=kept');
      }
    },
  );

  it('counts as absent when its name appears twice, and is deleted on request', () => {
    const cookies = cookiesOf(`${name}=one; theme=dark; ${name}=two`);
    expect([cookies.get(kind), cookies.states(), cookies.header()]).toEqual([undefined, [], 'theme=dark']);
    cookies.clear(kind);
    expect(cookies.changes()).toEqual([`${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure`]);
  });

  it('is read with spaces and tabs around its name and value', () => {
    expect(cookiesOf(`theme=dark;\t ${name} =\tkept ;x=1`).get(kind)).toBe('kept');
  });
});

it('passes the cookies of the app on, except those with control characters', () => {
  const cookies = cookiesOf('a="x=1"; b=caf\u00c3\u00a9 \u00c3\u0089; a=2; c=\u0001; d\u0001=1; e');
  expect(cookies.header()).toBe('a="x=1"; b=caf\u00c3\u00a9 \u00c3\u0089; a=2');
});
