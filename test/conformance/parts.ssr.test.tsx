import { JSDOM } from 'jsdom';
import { act, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { emulatorVocabulary } from '../../src/emulator/emulatorVocabulary.js';
import { ar } from '../../src/locales/ar.js';
import { createTestDiscovr } from '../../src/testing/createTestDiscovr.js';
import { parts, type Part } from './parts.js';

afterEach(() => vi.unstubAllGlobals());

/** Renders on a server without a DOM, then hydrates the result in one. */
async function serveAndHydrate({ Part, surround }: Part, provider = {}) {
  const options = { provider: { vocabulary: emulatorVocabulary(), ...provider } };
  const app = (Wrapper: ReturnType<typeof createTestDiscovr>['Wrapper']) => (
    <StrictMode>
      <Wrapper>{surround(<Part id="own" />)}</Wrapper>
    </StrictMode>
  );
  const html = renderToString(app(createTestDiscovr(options).Wrapper));

  const { window } = new JSDOM(`<div id="root">${html}</div>`, { pretendToBeVisual: true });
  vi.stubGlobal('window', window);
  for (const name of ['document', 'navigator', 'HTMLElement', 'HTMLInputElement', 'Node', 'Event'] as const) {
    vi.stubGlobal(name, window[name]);
  }
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const { hydrateRoot } = await import('react-dom/client');
  const faults: unknown[] = [];
  const container = window.document.getElementById('root')!;
  const root = await act(async () =>
    hydrateRoot(container, app(createTestDiscovr(options).Wrapper), {
      onRecoverableError: (error) => faults.push(error),
    }),
  );
  const served = html;
  const hydrated = container.innerHTML;
  await act(async () => root.unmount());
  return { served, hydrated, faults };
}

describe.each(parts)('$name', (part) => {
  test('renders on a server, and hydrates without a word', async () => {
    const { served, faults } = await serveAndHydrate(part);
    expect(served).toContain('id="own"');
    expect(faults).toEqual([]);
  });
});

test('the whole form does so in Arabic too', async () => {
  const { served, faults } = await serveAndHydrate(
    parts.find(({ name }) => name === 'PageFilterForm')!,
    {
      locale: 'ar',
      messages: ar,
    },
  );
  expect(served).toContain(ar.form.apply);
  expect(faults).toEqual([]);
});

test('a server names only the chosen regions; the long list comes with the browser', async () => {
  const { served } = await serveAndHydrate(parts.find(({ name }) => name === 'PageFilterFormRegions')!);
  expect(served).toContain('Germany');
  expect(served).not.toContain('France');
});
