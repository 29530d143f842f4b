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

// A group of rails has no look of its own.
const styled = parts.filter(({ rootClass }) => rootClass !== 'discovr-RailGroup');

describe.each(styled)('$name in a layer', ({ Part, surround }) => {
  test('gives way to a utility, in each of its elements', async () => {
    const { Wrapper } = createTestDiscovr();
    await render(<main>{surround(<Part />)}</main>, { wrapper: Wrapper });
    expect(ownElements()).not.toEqual([]);
    expect(strongerThanAClass((rule) => `@layer utilities { ${rule} }`)).toEqual([]);
  });
});
