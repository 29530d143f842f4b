import { expect, test } from 'vitest';
import { checkedRedirectUri } from './redirectUri.js';

const page = 'https://app.example/films?sort=new#top';

test.each([
  'https://app.example',
  'https://app.example/back?from=discovr',
  'http://localhost:5173/',
  'http://127.0.0.1/back',
  'http://[::1]:8080/back',
])('%s may receive a sign-in, exactly as it is written', (redirectUri) => {
  expect(checkedRedirectUri(redirectUri, page)).toBe(redirectUri);
});

test.each([
  'http://app.example/back',
  'http://localhost.example/',
  'http://192.168.1.5/',
  'https://app.example/#fragment',
  'https://app.example/\nback',
  'javascript:alert(1)',
  'myapp://back',
  '/back',
  '',
])('%j may not', (redirectUri) => {
  expect(() => checkedRedirectUri(redirectUri, page)).toThrow(
    /redirectUri cannot receive a sign-in: it must be .*https:/,
  );
});

test('the page’s own address serves, without query and fragment', () => {
  expect(checkedRedirectUri(undefined, page)).toBe('https://app.example/films');
  expect(checkedRedirectUri(undefined, 'http://localhost:6006/?path=/story')).toBe('http://localhost:6006/');
});

test.each(['http://192.168.1.5:3000/', 'file:///app/index.html', 'about:blank'])(
  'a page at %s has to be served otherwise',
  (address) => {
    expect(() => checkedRedirectUri(undefined, address)).toThrow(/The address of this page cannot receive.*HTTPS/);
  },
);
