import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import styling from '../../docs/styling.md?raw';
import css from '../../src/styles/styles.css?inline';
import { contrastBetween } from '../support/contrast.js';
import { minimumOf, tokenIn, tokenPairs } from './tokenPairs.js';

const foregrounds = ['text-1', 'text-2', 'accent', 'danger', 'line', 'on-accent', 'surface-0'];
const schemes = ['light', 'dark'] as const;

/** Without relative colors, the tokens that are computed from the accent have simpler values. */
const computesColors = ['oklch(from red l c h)', 'light-dark(red, red)'].every((value) => CSS.supports('color', value));

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

const ratiosOf = (foreground: string, background: string) =>
  schemes.map((scheme) => contrastBetween(tokenIn(scheme, foreground), tokenIn(scheme, background)));

/** The lines of the documentation, without the spaces that align the columns of its tables. */
const documentation = styling.replaceAll(/ +/g, ' ').split('\n');

describe.each(Object.entries(tokenPairs))('the token %s', (background, foregroundsOnIt) => {
  test.each(foregroundsOnIt)('shows %s with the contrast that WCAG requires in both schemes', (foreground) => {
    for (const ratio of ratiosOf(foreground, background)) expect(ratio).toBeGreaterThanOrEqual(minimumOf(foreground));
  });

  test.runIf(computesColors)('has the documented contrast to each token that appears on it', () => {
    const cells = foregrounds.map((foreground) =>
      foregroundsOnIt.includes(foreground)
        ? ratiosOf(foreground, background)
            .map((ratio) => ratio.toFixed(1))
            .join('/')
        : '',
    );

    const row = documentation.find((line) => line.startsWith(`| \`${background}\``));
    expect(row).toBe(`| \`${background}\` | ${cells.join(' | ')} |`.replaceAll(/ +/g, ' '));
  });
});

test.each([
  ['surface-0', 'surface-1'],
  ['surface-1', 'surface-2'],
  ['surface-2', 'surface-3'],
  ['surface-0', 'fill'],
])('the tokens %s and %s differ visibly in both schemes', (one, other) => {
  for (const ratio of ratiosOf(one, other)) expect(ratio).toBeGreaterThanOrEqual(1.12);
});
