import { createRef } from 'react';
import { describe, expect, test } from 'vitest';
import * as library from '../../src/index.js';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import { renderWithDiscovr } from '../../src/testing/renderWithDiscovr.js';
import { parts } from './parts.js';

/** Components without a root element of their own. */
const WITHOUT_ROOT = [
  ...['DiscovrGate', 'DiscovrHydration', 'DiscovrProvider', 'PageFilterFormParts', 'PageFilterFormRoot'],
  ...['RemoteControl', 'SessionDialog', 'SignedIn', 'SignedOut', 'WithProfile'],
];

test('the conformance tests cover each component that has a root element', () => {
  const components = Object.keys(library).filter((name) => /^[A-Z][a-z].*(?<!Client|Error)$/.test(name));
  expect([...parts.map(({ name }) => name), ...WITHOUT_ROOT].sort()).toEqual(components.sort());
});

describe.each(parts)('$name', ({ Part, rootClass, surround }) => {
  const vocabulary = emulatorVocabulary();

  test('passes class, style, id, data attributes, ARIA attributes and ref to its root', () => {
    const ref = createRef<HTMLElement>();
    const { container } = renderWithDiscovr(
      surround(<Part ref={ref} className="own" style={{ order: 3 }} id="own" data-own="yes" aria-label="Own name" />),
      { provider: { vocabulary } },
    );
    const root = container.querySelector('#own');
    expect(root).toBe(ref.current);
    expect(root).toHaveClass(rootClass, 'own');
    expect(root).toHaveStyle({ order: 3 });
    expect(root).toHaveAttribute('data-own', 'yes');
    expect(root).toHaveAttribute('aria-label', 'Own name');
  });

  test.each(['light', 'dark'] as const)('has the color scheme that the provider sets (%s)', (colorScheme) => {
    const { container } = renderWithDiscovr(surround(<Part id="own" />), { provider: { vocabulary, colorScheme } });
    const scheme = container.querySelector('#own')?.closest('.discovr-Root')?.getAttribute('data-discovr-scheme');
    // A rail group has no colors.
    expect(scheme).toBe(rootClass === 'discovr-RailGroup' ? undefined : colorScheme);
  });

  test('renders no refresh token and no session token', () => {
    const { container } = renderWithDiscovr(surround(<Part />), { provider: { vocabulary } });
    expect(container.innerHTML).not.toMatch(/\brt_|eyJ/);
  });
});
