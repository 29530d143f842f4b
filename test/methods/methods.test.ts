import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findGaps, readMethods, withTable } from '../../scripts/methods/methodTable.mjs';
import { DiscovrClient } from '../../src/index.js';

const readme = readFileSync('README.md', 'utf8');
const rows = readMethods(readme);

describe('every method of the SDK', () => {
  test.each(rows)('is a method of DiscovrClient: $method', ({ method }) => {
    expect(new DiscovrClient('my-app')).toHaveProperty(method, expect.any(Function));
  });

  test('has a hook, a drop-in and a test, or a reason for the lack of one', () => {
    expect(findGaps(rows)).toEqual([]);
  });

  test('is listed in README.md, which `npm run methods -- --write` updates', async () => {
    expect(await withTable(readme, rows)).toBe(readme);
  });
});

test('findGaps reports methods without a hook, drop-in or test, and reasons that do not apply', () => {
  const nothing = { hooks: [], dropIns: [], test: undefined };
  const hook = { name: 'useIt', path: 'src/react/useIt.ts' };
  const found = [
    { ...nothing, group: 'Pages and rows', method: 'createPage' },
    { group: 'Pages and rows', method: 'getRow', hooks: [hook], dropIns: [], test: 'a.test.ts' },
  ];
  expect(findGaps(found).map((gap) => gap.split('. ')[0])).toEqual([
    'createPage() is called by no test, nor is a hook of it',
    'createPage() has no hook',
    'createPage() has no drop-in',
    'getRow() has a hook',
  ]);
});
