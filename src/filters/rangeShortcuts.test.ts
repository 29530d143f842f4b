import { expect, test } from 'vitest';
import { ar } from '../locales/ar.js';
import { de } from '../locales/de.js';
import { en } from '../locales/en.js';
import { releaseDateShortcuts, runtimeShortcuts } from './rangeShortcuts.js';

test('the runtime shortcuts leave no gap and are open at both ends', () => {
  expect(runtimeShortcuts).toEqual([
    { id: 'under90', upper: 90 },
    { id: 'under120', upper: 120 },
    { id: 'from90To120', lower: 90, upper: 120 },
    { id: 'over120', lower: 120 },
  ]);
});

test('every range shortcut has a label in every language', () => {
  for (const { shortcuts } of [en, de, ar]) {
    for (const { id } of [...runtimeShortcuts, ...releaseDateShortcuts('2025-01-01')]) {
      expect(shortcuts[id]).toMatch(/\p{L}/u);
    }
  }
});

test('only decade shortcuts have a decade, which is their first year', () => {
  for (const { id, decade, lower } of releaseDateShortcuts('2025-01-01')) {
    expect(decade).toBe(id === 'decade' ? Number(lower.slice(0, 4)) : undefined);
  }
});
