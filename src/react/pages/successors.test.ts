import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Successors } from './pageReplacements.js';

const id = fc.nat(11).map((number) => `page_${number}`);

test('latest() returns the latest replacement after any sequence of replacements, including circular ones', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 60 }), (replacements) => {
      const successors = new Successors();
      // The expected result, computed naively: all ids with the same replacement get the new replacement.
      const newest = new Map<string, string>();
      for (const [from, to] of replacements) {
        successors.replace(from, to);
        for (const [previous, current] of [...newest, [from, from] as const]) {
          if (current === from && from !== to) newest.set(previous, to);
        }
        newest.delete(to);
        for (let number = 0; number <= 11; number += 1) {
          const asked = `page_${number}`;
          expect(successors.latest(asked)).toBe(newest.get(asked) ?? asked);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('latest() still knows a page after 10,000 replacements if it is looked up regularly', () => {
  const successors = new Successors();
  for (let number = 0; number < 10_000; number += 1) {
    successors.replace(`page_${number}`, `page_${number + 1}`);
    expect(successors.latest('page_0')).toBe(`page_${number + 1}`);
  }
});

test('latest() forgets replacements that were not looked up for a long time', () => {
  const successors = new Successors();
  for (let number = 0; number < 10_000; number += 1) successors.replace(`old_${number}`, `new_${number}`);
  const remembered = Array.from({ length: 10_000 }, (_, number) => `old_${number}`).filter(
    (old) => successors.latest(old) !== old,
  );
  expect(remembered).toHaveLength(200);
  expect(remembered[0]).toBe('old_9800');
});
