import { expect, test } from 'vitest';
import { isOfOrigin, isRedirectUri, redirectUriOf } from './environment.js';

const defaultRedirectUri = (page: string) => redirectUriOf(undefined, {}, { pageUrl: () => page });

test.each([
  'https://app.example',
  'https://app.example/back?from=discovr',
  'http://localhost:5173/',
  'http://127.0.0.1/back',
  'http://[::1]:8080/back',
  'http://localhost?from=discovr',
])('isRedirectUri accepts %s', (url) => {
  expect(isRedirectUri(url)).toBe(true);
});

test.each([
  'http://app.example/back',
  'http://localhost.example/',
  'http://localhost:1@elsewhere.example/',
  'http://192.168.1.5/',
  'https://app.example/#fragment',
  'https://app.example/\nback',
  'javascript:alert(1)',
  'myapp://back',
  '/back',
  '',
])('isRedirectUri rejects %j', (url) => {
  expect(isRedirectUri(url)).toBe(false);
});

test('isOfOrigin compares scheme, host and port, and ignores the path', () => {
  const page = 'https://app.example/films';
  expect(['https://app.example', 'https://app.example/back'].map((uri) => isOfOrigin(uri, page))).toEqual([true, true]);
  expect(
    ['https://app.example:8443/', 'https://app.example.org/', 'https://elsewhere.example/'].map((uri) =>
      isOfOrigin(uri, page),
    ),
  ).toEqual([false, false, false]);
});

test('redirectUriOf returns the page URL without query and fragment by default', () => {
  expect(defaultRedirectUri('https://app.example/films?sort=new#top')).toBe('https://app.example/films');
  expect(defaultRedirectUri('http://localhost:6006/#/films?sort=new')).toBe('http://localhost:6006/');
});

test('isRedirectUri rejects the default redirect URL of an insecure or missing page', () => {
  const unsafe = ['http://192.168.1.5:3000/', 'file:///app/index.html', 'about:blank', ''];
  expect(unsafe.map(defaultRedirectUri).filter(isRedirectUri)).toEqual([]);
});
