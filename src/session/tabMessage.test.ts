import { describe, expect, test } from 'vitest';
import { madeUpRefreshToken, madeUpSessionToken } from '../../test/support/tokens.js';
import { writeTabMessage, type TabMessage } from './tabChannel.js';
import { readTabMessage } from './tabMessage.js';

const token = {
  value: madeUpSessionToken('a'),
  profileId: 'A',
  sessionId: 'session 1',
  expiresAt: 1_800_000_000,
  usableForMs: 1_000_000,
  renewableAfterMs: 900_000,
};
const user = '1c4cex8sb9x';
const huge = 'x'.repeat(1_000_000);

/** Wraps a fake message like a real one. */
const wrapped = (message: unknown) => ({ ...Object(writeTabMessage({ type: 'stored' })), message });

const throwing = (name: string) =>
  Object.defineProperty({ type: 'adopted', user }, name, {
    enumerable: true,
    get: () => {
      throw new Error('a getter');
    },
  });

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('readTabMessage()', () => {
  test.each<TabMessage>([
    { type: 'stored' },
    { type: 'here' },
    { type: 'here', user, profileId: 'A' },
    { type: 'ask', user, profileId: 'A' },
    { type: 'ask' },
    { type: 'adopted', user },
    { type: 'signedOut', user, isRefused: false },
    { type: 'profileLeft', user, profileId: 'A' },
    { type: 'token', user, token, ageMs: 5 },
    { type: 'token', user, token, ageMs: 0, choice: { at: 1_750_000_000_000, by: 'abc' } },
  ])('reads what another tab wrote: %j', (message) => {
    expect(readTabMessage(structuredClone(writeTabMessage(message)))).toEqual(message);
  });

  test.each([
    ['undefined', undefined],
    ['null', null],
    ['a string', 'signedOut'],
    ['a message without an envelope', { type: 'stored' }],
    ['another version', { discovr: 0, message: { type: 'stored' } }],
    ['a version that is a string', { discovr: '1', message: { type: 'stored' } }],
    ['an envelope without a message', { discovr: 1 }],
    ['a message in an array', wrapped([{ type: 'stored' }])],
    ['deeply nested arrays', wrapped(nested(10_000))],
    ['a deeply nested user', wrapped({ type: 'adopted', user: nested(10_000) })],
    ['a message without a type', wrapped({ user })],
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty'].map((type) => [
      `the type ${type}`,
      wrapped({ type, user }),
    ]),
    ['a user that is not a string', wrapped({ type: 'adopted', user: { toString: 1 } })],
    ['an empty user', wrapped({ type: 'adopted', user: '' })],
    ['a huge user', wrapped({ type: 'adopted', user: huge })],
    ['a sign-out without a reason', wrapped({ type: 'signedOut', user })],
    ['a huge profile id', wrapped({ type: 'profileLeft', user, profileId: huge })],
    ['a getter that throws', wrapped(throwing('user'))],
    ['a type that throws', wrapped(throwing('type'))],
    ...Object.entries({
      value: ['', huge, 7, 'two words', 'line\nbreak', 'snow ☃', madeUpRefreshToken('abc')],
      sessionId: [huge, null],
      expiresAt: [NaN, Infinity, -1, '1800000000'],
      usableForMs: [NaN, Infinity, 0, -1, 2 ** 31, 1e15],
      renewableAfterMs: [NaN, Infinity, -1, 2 ** 31],
    }).flatMap(([name, values]) =>
      values.map((value) => [
        `a token whose ${name} is ${String(value).slice(0, 12)}`,
        wrapped({ type: 'token', user, token: { ...token, [name]: value }, ageMs: 0 }),
      ]),
    ),
    ...[NaN, -1, Infinity, '5'].map((ageMs) => [
      `a token that is ${String(ageMs)} ms old`,
      wrapped({ type: 'token', user, token, ageMs }),
    ]),
    ...[NaN, Infinity, -1, 1e300, Date.now() + 400 * 86_400_000].map((at) => [
      `a choice made at ${String(at)}`,
      wrapped({ type: 'token', user, token, ageMs: 0, choice: { at, by: 'abc' } }),
    ]),
  ])('ignores %s', (_what, data) => {
    expect(readTabMessage(data)).toBeUndefined();
  });
});
