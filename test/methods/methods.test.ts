import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findGaps, readMethods, withTable } from '../../scripts/methods/methodTable.mjs';
import { DiscovrClient } from '../../src/index.js';

const page = readFileSync('docs/methods.md', 'utf8');
const rows = readMethods(page);

describe('a method of the SDK', () => {
  test.each(rows)('exists on DiscovrClient: $method', ({ method }) => {
    expect(new DiscovrClient('my-app')).toHaveProperty(method, expect.any(Function));
  });

  test('has a test, a hook and a drop-in, unless a reason is given for a missing hook or drop-in', () => {
    expect(findGaps(rows)).toEqual([]);
  });

  test('is listed in docs/methods.md (to update: `npm run methods -- --write`)', async () => {
    expect(await withTable(page, rows)).toBe(page);
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
    'No test calls createPage() or one of its hooks',
    'createPage() has no hook',
    'createPage() has no drop-in',
    'getRow() has a hook',
  ]);
});
