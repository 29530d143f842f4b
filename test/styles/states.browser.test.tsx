import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { userEvent } from 'vitest/browser';
import css from '../../src/styles/styles.css?inline';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { parts } from '../conformance/parts.js';
import { nameOf, ownElements } from './ownElements.js';

/** Rules for states of elements, as templates and apps have them. */
const template = `
  a:hover { color: red; text-decoration: underline; }
  button:hover { color: red; border-color: red; }
  input:hover { border-color: red; }
  a:focus, button:focus, input:focus { border-color: red; outline: 5px dotted red; }
`;
const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());

describe.each(parts)('$name', ({ Part, surround }) => {
  test('looks the same when hovered or focused, even if a template has rules for these states', async () => {
    const { Wrapper } = createTestDiscovr();
    await render(<main>{surround(<Part />)}</main>, { wrapper: Wrapper });
    const changes: string[] = [];
    for (const element of ownElements().filter((own) => own.matches('a, button, input'))) {
      if (!isSeen(element)) continue;
      await userEvent.hover(element, { force: true });
      changes.push(...changesOf(element, 'hovered'));
      element.focus({ preventScroll: true });
      changes.push(...changesOf(element, 'focused'));
    }
    expect(changes).toEqual([]);
  });
});

function isSeen(element: Element): boolean {
  return element.isConnected && element.checkVisibility() && element.getBoundingClientRect().width > 1;
}

function changesOf(element: Element, state: string): string[] {
  const before = lookOf(element);
  const own = document.createElement('style');
  own.textContent = template;
  document.head.append(own);
  const after = lookOf(element);
  own.remove();
  return before.flatMap((look, index) =>
    look === after[index] ? [] : [`${nameOf(element)} ${state}: ${look} → ${after[index]}`],
  );
}

function lookOf(element: Element): string[] {
  const style = getComputedStyle(element);
  const borders = style.borderTopWidth === '0px' ? 'none' : style.borderTopColor;
  const outline = style.outlineStyle === 'none' ? 'none' : style.outline;
  return [style.color, borders, style.textDecorationLine, outline];
}
