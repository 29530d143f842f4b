import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { layered } from '../../scripts/stylesheets/layered.mjs';
import css from '../../src/styles/styles.css?inline';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { parts } from '../conformance/parts.js';
import { ownElements } from './ownElements.js';
import { strongerThanAClass } from './strongerThanAClass.js';

const sheet = document.createElement('style');
sheet.textContent = `@layer discovr, utilities; ${layered(css)}`;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

// A rail group has no styles.
const styled = parts.filter(({ rootClass }) => rootClass !== 'discovr-RailGroup');

describe.each(styled)('$name in a cascade layer', ({ Part, surround }) => {
  test('is overridden by a utility class in each of its elements', async () => {
    const { Wrapper } = createTestDiscovr();
    await render(<main>{surround(<Part />)}</main>, { wrapper: Wrapper });
    expect(ownElements()).not.toEqual([]);
    expect(strongerThanAClass((rule) => `@layer utilities { ${rule} }`)).toEqual([]);
  });
});
