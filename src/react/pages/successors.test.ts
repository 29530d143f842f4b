import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Successors } from './successors.js';

const id = fc.nat(11).map((number) => `page_${number}`);

test('a lookup ends and gives the newest after any replacements, also by itself or by one from before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, id), { maxLength: 60 }), (replacements) => {
      const successors = new Successors();
      // What is expected, told plainly: all that were replaced by one another move together.
      const newest = new Map<string, string>();
      for (const [from, to] of replacements) {
        successors.replace(from, to);
        for (const [former, present] of [...newest, [from, from] as const]) {
          if (present === from && from !== to) newest.set(former, to);
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

test('the newest of a page that is asked for again and again is found after ten thousand replacements', () => {
  const successors = new Successors();
  for (let number = 0; number < 10_000; number += 1) {
    successors.replace(`page_${number}`, `page_${number + 1}`);
    expect(successors.latest('page_0')).toBe(`page_${number + 1}`);
  }
});

test('what was replaced long ago, and not asked for since, is let go', () => {
  const successors = new Successors();
  for (let number = 0; number < 10_000; number += 1) successors.replace(`old_${number}`, `new_${number}`);
  const remembered = Array.from({ length: 10_000 }, (_, number) => `old_${number}`).filter(
    (old) => successors.latest(old) !== old,
  );
  expect(remembered).toHaveLength(200);
  expect(remembered[0]).toBe('old_9800');
});
