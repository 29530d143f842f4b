import { describe, expect, it } from 'vitest';
import { toDiscovrError } from '../client/foreignCall.js';
import { growth } from '../../test/support/growth.js';
import { responseError } from './body.js';

const errorOf = (body: unknown, headers: Record<string, string> = {}) =>
  responseError(new Response(null, { status: 400, headers }), JSON.stringify(body), 'GET /profiles');

/** Bodies whose size grows with `count`, each chosen to slow down a careless parser. */
const hostile: readonly (readonly [string, (count: number) => unknown])[] = [
  ['prefixes of session tokens', (count) => ({ message: 'eyJ'.repeat(count) })],
  ['prefixes of refresh tokens', (count) => ({ message: 'rt_'.repeat(count) })],
  ['refresh tokens that consist of dots', (count) => ({ message: `rt_${'.'.repeat(count)} `.repeat(3) })],
  ['unfinished session tokens', (count) => ({ message: 'eyJ.'.repeat(count) })],
  ['a long nested message', (count) => ({ error: { message: 'eyJ'.repeat(count) } })],
  ['a long code', (count) => ({ code: 'eyJ'.repeat(count) })],
  ['a long message of an issue', (count) => ({ issues: [{ path: ['a'], message: 'eyJ'.repeat(count) }] })],
  ['a long path of an issue', (count) => ({ issues: [{ path: 'eyJ.'.repeat(count), message: 'x' }] })],
  [
    'many parts of a path',
    (count) => ({ issues: [{ path: Array.from({ length: count }, () => 'eyJ'), message: 'x' }] }),
  ],
  ['many issues', (count) => ({ issues: Array.from({ length: count }, () => ({ path: ['a'], message: 'eyJ' })) })],
  ['many unreadable issues', (count) => ({ issues: Array.from({ length: count }, () => 7) })],
  ['a long filter', (count) => ({ pageLevelFilters: { with_watch_providers: ['eyJ'.repeat(count)] } })],
  ['many filters', (count) => ({ pageLevelFilters: { genres: Array.from({ length: count }, () => -1) } })],
];

describe('an error body', () => {
  it.each(hostile)('is read in linear time when it contains %s', (_name, bodyOf) => {
    const read = (count: number) => {
      const text = JSON.stringify(bodyOf(count));
      const response = new Response(null, { status: 400 });
      return () => responseError(response, text, 'GET /profiles');
    };
    expect(growth(read)).toBeLessThan(3);
  });

  it.each(hostile)(
    'yields an error with the status of the response when it is large and contains %s',
    (_name, bodyOf) => {
      expect(errorOf(bodyOf(60_000))).toMatchObject({ name: 'DiscovrError', status: 400 });
    },
  );

  it('is truncated to a readable length', () => {
    const long = 'words '.repeat(200);
    const error = errorOf(
      {
        message: long,
        issues: Array.from({ length: 60 }, () => ({ path: Array.from({ length: 20 }, () => long), message: long })),
      },
      { 'x-request-id': long.trim() },
    );
    expect(error.message.length).toBeLessThan(600);
    expect(error.requestId!.length).toBeLessThanOrEqual(128);
    expect(error.issues).toHaveLength(50);
    for (const { path, message } of error.issues!) {
      expect(message.length).toBeLessThanOrEqual(500);
      expect(path.length).toBeLessThanOrEqual(16);
      for (const part of path) expect(String(part).length).toBeLessThanOrEqual(64);
    }
  });

  it('yields a code from the status when its code is empty or too long', () => {
    expect(errorOf({ code: 'X'.repeat(64) }).code).toBe('X'.repeat(64));
    expect(errorOf({ code: 'X'.repeat(65) }).code).toBe('VALIDATION_FAILED');
    expect(errorOf({ code: '' }).code).toBe('VALIDATION_FAILED');
  });

  it('yields its issues when one path is a string and another an array', () => {
    const { issues } = errorOf({
      issues: [
        { path: 'a.b', message: 'x' },
        { path: ['a', 0], message: 'y' },
      ],
    });
    expect(issues).toEqual([
      { path: ['a', 'b'], message: 'x' },
      { path: ['a', 0], message: 'y' },
    ]);
  });
});

describe('an error of the official SDK', () => {
  it('is converted in linear time when its texts are long', () => {
    const read = (count: number) => {
      const text = 'eyJ'.repeat(count);
      const error = Object.assign(new Error(text), { code: text });
      return () => toDiscovrError(error);
    };
    expect(growth(read)).toBeLessThan(3);
  });

  it('is truncated to a readable length when its texts are long', () => {
    const long = 'words '.repeat(10_000);
    const error = toDiscovrError(Object.assign(new Error(long), { code: long }));
    expect(error).toMatchObject({ name: 'DiscovrError', cause: { name: 'Error' } });
    const { message, code, cause } = error as Error & { code: string };
    expect(message.length).toBeLessThanOrEqual(1_000);
    expect(code.length).toBeLessThanOrEqual(64);
    expect((cause as Error).message.length).toBeLessThanOrEqual(1_000);
  });
});
