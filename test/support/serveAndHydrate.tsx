import { StrictMode, type ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createTestDiscovr, type TestDiscovrOptions } from '../../src/testing/createTestDiscovr.js';
import { hydrate } from './hydrate.js';

/**
 * Renders on a server without a DOM, then hydrates the result in a DOM. Tests that use it must unstub the globals.
 *
 * @param options options for the embedded Discovr of the server and of the browser.
 * @param url URL in the browser's address bar.
 */
export async function serveAndHydrate(element: ReactElement, options: TestDiscovrOptions = {}, url?: string) {
  const app = () => {
    const { Wrapper } = createTestDiscovr(options);
    return (
      <StrictMode>
        <Wrapper>{element}</Wrapper>
      </StrictMode>
    );
  };
  const served = renderToString(app());
  // While the session is still unknown in the browser, `firstShown` is on screen.
  const { firstShown, container, faults, unmount } = await hydrate(served, app(), url);
  const hydrated = container.innerHTML;
  await unmount();
  return { served, firstShown, hydrated, faults };
}
