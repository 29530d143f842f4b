import { describe, expect, it } from 'vitest';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { en } from './en.js';
import { errorMessage } from './errorMessage.js';

const UNKNOWN = 'Something went wrong. Try again.';

describe('an error in words', () => {
  it.each([
    ['NETWORK_ERROR', 'Can’t connect to Discovr. Check your connection and try again.'],
    ['AUTH_FAILED', 'Couldn’t sign you in. Try again.'],
    ['TOKEN_INVALID', 'Your sign-in is no longer valid. Sign in again.'],
    ['TOKEN_EXPIRED', 'Your sign-in has expired. Sign in again.'],
    ['SESSION_EXPIRED', 'This page has expired. Try again.'],
    ['NOT_SIGNED_IN', 'Sign in to continue.'],
    ['NO_ACTIVE_PROFILE', 'Choose a profile to continue.'],
    ['VALIDATION_FAILED', 'That didn’t go through. Check what you entered and try again.'],
    ['RATE_LIMITED', 'Too many attempts. Wait a moment and try again.'],
    ['NOT_FOUND', 'This isn’t available.'],
    ['SERVER_ERROR', 'Discovr is having trouble. Try again in a moment.'],
    ['UNKNOWN', UNKNOWN],
  ])('says for %s what happened and what to do', (code, words) => {
    expect(errorMessage({ code }, en)).toBe(words);
  });

  it('says each known code in its own words, in every language', () => {
    const codes = Object.keys(en.errors).filter((code) => code !== 'reference');
    for (const messages of [en, de, ar]) {
      const said = codes.map((code) => errorMessage({ code, requestId: 'req-1' }, messages));
      expect(new Set(said).size).toBe(codes.length);
      for (const words of said) expect(words).not.toMatch(/[{}]/);
    }
  });

  it('names the request where it has no better words, so that support can find it', () => {
    expect(errorMessage({ code: 'QUOTA_GONE', requestId: 'req-1' }, en)).toBe(`${UNKNOWN} Error ID: req-1`);
    expect(errorMessage({ code: 'BAD_RESPONSE', requestId: 'req-1' }, de)).toContain('Fehler-ID: req-1');
    expect(errorMessage({ code: 'QUOTA_GONE', requestId: '$& {requestId}' }, en)).toContain('Error ID: $& {requestId}');
  });

  it('says so plainly where there is no request to name', () => {
    for (const error of [
      { code: 'QUOTA_GONE' },
      { code: 'QUOTA_GONE', requestId: undefined },
      { code: '', requestId: '' },
    ]) {
      expect(errorMessage(error, en)).toBe(UNKNOWN);
    }
  });

  it('is not led astray by a code that is a name from the language or from the pack', () => {
    for (const code of ['constructor', '__proto__', 'toString', 'reference']) {
      expect(errorMessage({ code }, en), code).toBe(UNKNOWN);
    }
  });

  it('takes own words', () => {
    const messages = { ...en, errors: { ...en.errors, NOT_FOUND: 'Gone.' } };
    expect(errorMessage({ code: 'NOT_FOUND', requestId: 'req-1' }, messages)).toBe('Gone.');
  });
});

it('an unknown error names its request too', () => {
  expect(errorMessage({ code: 'UNKNOWN', requestId: 'req-1' }, en)).toContain('req-1');
});
