import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import css from '../../src/styles/styles.css?inline';
import { PATIENCE, slotStates } from './slots.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

describe.each(Object.entries(slotStates))('%s', (_, states) => {
  test.each(states)('adds each slot’s class to an element with a stable class ($state)', async ({ slots, bring }) => {
    await bring();
    for (const slot of slots) {
      const elements = await vi.waitFor(() => {
        const found = [...document.querySelectorAll(`.own-${slot}`)];
        expect(found, `No element has the class of the slot ${slot}.`).not.toEqual([]);
        return found;
      }, PATIENCE);
      for (const { className } of elements) expect(className, slot).toMatch(/(^| )discovr-/);
    }
  });
});
