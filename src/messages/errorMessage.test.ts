import { describe, expect, it } from 'vitest';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { en } from './en.js';
import { errorMessage } from './errorMessage.js';

const UNKNOWN = 'Something went wrong. Try again.';

describe('errorMessage', () => {
  it.each([
    ['NETWORK_ERROR', 'Can’t connect. Check your connection and try again.'],
    ['AUTH_FAILED', 'The sign-in wasn’t completed. Try again.'],
    ['TOKEN_INVALID', 'Your sign-in is no longer valid. Sign in again.'],
    ['TOKEN_EXPIRED', 'Your sign-in has expired. Sign in again.'],
    ['SESSION_EXPIRED', 'This page has expired. Try again.'],
    ['NOT_SIGNED_IN', 'Sign in to continue.'],
    ['NO_ACTIVE_PROFILE', 'Choose a profile to continue.'],
    ['VALIDATION_FAILED', 'That didn’t go through. Check what you entered and try again.'],
    ['RATE_LIMITED', 'Too many attempts. Wait a moment and try again.'],
    ['NOT_FOUND', 'This isn’t available.'],
    ['SERVER_ERROR', 'The service is having trouble. Give it a moment.'],
    ['UNKNOWN', UNKNOWN],
  ])('returns the message for %s', (code, message) => {
    expect(errorMessage({ code }, en)).toBe(message);
  });

  it('returns a distinct message for each known code in every language', () => {
    const codes = Object.keys(en.errors).filter((code) => code !== 'reference');
    for (const messages of [en, de, ar]) {
      const texts = codes.map((code) => errorMessage({ code, requestId: 'req-1' }, messages));
      expect(new Set(texts).size).toBe(codes.length);
      for (const text of texts) expect(text).not.toMatch(/[{}]/);
    }
  });

  it('appends the request id when the code has no message', () => {
    expect(errorMessage({ code: 'QUOTA_GONE', requestId: 'req-1' }, en)).toBe(`${UNKNOWN} Error ID: req-1`);
    expect(errorMessage({ code: 'BAD_RESPONSE', requestId: 'req-1' }, de)).toContain('Fehler-ID: req-1');
    expect(errorMessage({ code: 'QUOTA_GONE', requestId: '$& {requestId}' }, en)).toContain('Error ID: $& {requestId}');
  });

  it('returns only the general message when there is no request id', () => {
    for (const error of [
      { code: 'QUOTA_GONE' },
      { code: 'QUOTA_GONE', requestId: undefined },
      { code: '', requestId: '' },
    ]) {
      expect(errorMessage(error, en)).toBe(UNKNOWN);
    }
  });

  it('treats inherited property names and the key "reference" as unknown codes', () => {
    for (const code of ['constructor', '__proto__', 'toString', 'reference']) {
      expect(errorMessage({ code }, en), code).toBe(UNKNOWN);
    }
  });

  it('uses custom messages', () => {
    const messages = { ...en, errors: { ...en.errors, NOT_FOUND: 'Gone.' } };
    expect(errorMessage({ code: 'NOT_FOUND', requestId: 'req-1' }, messages)).toBe('Gone.');
  });
});

it('errorMessage appends the request id for the code UNKNOWN', () => {
  expect(errorMessage({ code: 'UNKNOWN', requestId: 'req-1' }, en)).toContain('req-1');
});
