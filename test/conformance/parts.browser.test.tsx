import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import css from '../../src/styles/styles.css?inline';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { parts } from './parts.js';

const sheet = document.createElement('style');
sheet.textContent = css;
const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { region: { enabled: false } },
};

const isEndless = ({ effect }: Animation) => effect?.getComputedTiming().iterations === Infinity;

beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

describe.each(parts)('$name', ({ Part, surround }) => {
  test.each(['light', 'dark'] as const)('has no axe violations (%s)', async (colorScheme) => {
    const { Wrapper, queryClient } = createTestDiscovr({ provider: { vocabulary: emulatorVocabulary(), colorScheme } });
    const { container } = await render(<main lang="en">{surround(<Part />)}</main>, { wrapper: Wrapper });
    await expect.poll(() => queryClient.isFetching()).toBe(0);
    // Text that fades in has too little contrast until it is there. An animation is canceled when data replaces its text.
    const fading = container.getAnimations({ subtree: true }).filter((each) => !isEndless(each));
    await Promise.allSettled(fading.map(({ finished }) => finished));
    const { violations } = await axe.run(container, rules);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
