import { JSDOM } from 'jsdom';
import { act, StrictMode, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { vi } from 'vitest';
import { createTestDiscovr, type TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';

/**
 * Renders on a server without a DOM, then hydrates the result in a DOM. Tests that use it must unstub the globals.
 *
 * @param options options for the embedded Discovr of the server and of the browser.
 * @param url URL in the browser's address bar.
 */
export async function serveAndHydrate(
  element: ReactElement,
  options: TestDiscovrOptions = {},
  url = 'https://app.example/',
) {
  const app = () => {
    const { Wrapper } = createTestDiscovr(options);
    return (
      <StrictMode>
        <Wrapper>{element}</Wrapper>
      </StrictMode>
    );
  };
  const served = renderToString(app());

  const { window } = new JSDOM(`<div id="root">${served}</div>`, { pretendToBeVisual: true, url });
  vi.stubGlobal('window', window);
  for (const name of ['document', 'navigator', 'HTMLElement', 'HTMLInputElement', 'Node', 'Event'] as const) {
    vi.stubGlobal(name, window[name]);
  }
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const { hydrateRoot } = await import('react-dom/client');
  const faults: unknown[] = [];
  const container = window.document.getElementById('root')!;
  // The first render in the browser, while the session is still unknown.
  let firstShown = served;
  const root = await act(async () => {
    const hydrating = hydrateRoot(container, app(), { onRecoverableError: (error) => faults.push(error) });
    firstShown = container.innerHTML;
    return hydrating;
  });
  const hydrated = container.innerHTML;
  await act(async () => root.unmount());
  return { served, firstShown, hydrated, faults };
}
