import { expect, it } from 'vitest';
import { isCallback, withoutCallback } from './environment.js';

it.each([
  ['?code=c&state=s&tab=2', '?tab=2'],
  ['?error=access_denied&state=s&tab=2', '?tab=2'],
  ['?discovr-error=AUTH_FAILED&tab=2', '?tab=2'],
  // Parameters of the app.
  ['?state=CA&discovr-error=USER_CANCELLED', '?state=CA'],
])('the result of a sign-in in %s is removed, and nothing else', (search, rest) => {
  const url = `https://app.example/films${search}`;
  expect(isCallback(url)).toBe(true);
  expect(withoutCallback(url)).toBe(`https://app.example/films${rest}`);
});

it.each(['', '?state=CA', '?code=50', '?error=x'])('%j has no result of a sign-in', (search) => {
  expect(isCallback(`https://app.example/${search}`)).toBe(false);
});
