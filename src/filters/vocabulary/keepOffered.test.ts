import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../../test/arbitraries.js';
import { keepOffered } from './keepOffered.js';

const offer = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));

test('keepOffered keeps offered choices in order, and returns all others as dropped', () => {
  expect(keepOffered(['337', '15', '8', '43'], offer(['8', '9', '337']))).toEqual({
    kept: ['337', '8'],
    dropped: ['15', '43'],
  });
});

test('keepOffered handles empty lists and inherited property names', () => {
  expect(keepOffered(['8'], [])).toEqual({ kept: [], dropped: ['8'] });
  expect(keepOffered([], offer(['8']))).toEqual({ kept: [], dropped: [] });
  expect(keepOffered(['constructor', '__proto__'], offer(['8']))).toEqual({
    kept: [],
    dropped: ['constructor', '__proto__'],
  });
});

test('keepOffered either keeps or drops each choice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyText), fc.array(anyText), (chosen, others) => {
      const offered = [...others, ...chosen.filter((_id, index) => index % 2 === 0)];
      const { kept, dropped } = keepOffered(chosen, offer(offered));
      expect([...kept, ...dropped].sort()).toEqual([...chosen].sort());
      expect(kept.every((id) => offered.includes(id))).toBe(true);
      expect(dropped.some((id) => offered.includes(id))).toBe(false);
    }),
  );
});
