import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findGaps, readMethods, withTable } from '../../scripts/methods/methodTable.mjs';
import { DiscovrClient } from '../../src/index.js';

const readme = readFileSync('README.md', 'utf8');
const rows = readMethods(readme);

describe('every method of the SDK', () => {
  test.each(rows)('$method is one of DiscovrClient', ({ method }) => {
    expect(new DiscovrClient('my-app')).toHaveProperty(method, expect.any(Function));
  });

  test('has a hook, a drop-in and a test, or a reason why not', () => {
    expect(findGaps(rows)).toEqual([]);
  });

  test('stands in the README with what there is for it: if not, `npm run methods -- --write`', async () => {
    expect(await withTable(readme, rows)).toBe(readme);
  });
});

test('what a method lacks is told, and a reason that no longer holds is too', () => {
  const nothing = { hooks: [], dropIns: [], test: undefined };
  const hook = { name: 'useIt', path: 'src/react/useIt.ts' };
  const found = [
    { ...nothing, group: 'Pages and rows', method: 'createPage' },
    { group: 'Pages and rows', method: 'getRow', hooks: [hook], dropIns: [], test: 'a.test.ts' },
  ];
  expect(findGaps(found).map((gap) => gap.split('. ')[0])).toEqual([
    'No test calls createPage() or a hook of it',
    'createPage() has no hook',
    'createPage() has no drop-in',
    'getRow() has a hook',
  ]);
});
