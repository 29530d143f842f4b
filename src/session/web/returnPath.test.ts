import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../test/arbitraries.js';
import { returnPath } from './redirect.js';

const APP = 'https://app.example/signed-in?x=1';

test.each(['/', '/films', '/films?q=a b#top', '/a//b', '/ünï', '/?next=https://evil.example'])(
  'returnPath returns a path of the app unchanged: %s',
  (path) => expect(returnPath(path, APP)).toBe(path),
);

test('returnPath returns the path of a URL of the app', () => {
  expect(returnPath('https://app.example/films?a=1#b', APP)).toBe('/films?a=1#b');
  expect(returnPath('HTTPS://APP.example', APP)).toBe('/');
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://evil.example/',
  'https://app.example.evil.example/',
  'https://app.example@evil.example/',
  'https://app.example//evil.example',
  'http://app.example/',
  'https://[',
  'films',
  '?a=1',
  '',
  undefined,
])('returnPath returns undefined for an unsafe or invalid value: %j', (returnTo) => {
  expect(returnPath(returnTo, APP)).toBeUndefined();
});

test('returnPath never returns a path that leads out of the app', () => {
  const start = fc.constantFrom('', '/', '//', '/\\', '/.', '/..', 'https://', 'https://app.example');
  fc.assert(
    fc.property(fc.tuple(start, anyText, start, anyText), (parts) => {
      const path = returnPath(parts.join(''), APP);
      if (path === undefined) return;
      const once = new URL(path, APP);
      expect(once.origin).toBe('https://app.example');
      expect(new URL(once.pathname, APP).origin).toBe('https://app.example');
    }),
    { numRuns: 2_000 },
  );
});
