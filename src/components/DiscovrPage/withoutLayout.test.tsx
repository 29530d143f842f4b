import { render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrPage } from './DiscovrPage.js';

/** Has the methods of both observers, and reports nothing. */
class SilentObserver {
  observe = vi.fn();
  unobserve = vi.fn();
  disconnect = vi.fn();
}

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['has no observers', undefined],
  ['has observers that report nothing', SilentObserver],
])('in a test environment that %s', (_name, observer) => {
  test('a page shows all its rails with all their loaded items', async () => {
    if (observer) {
      vi.stubGlobal('IntersectionObserver', observer);
      vi.stubGlobal('ResizeObserver', observer);
    }
    const discovr = createTestDiscovr({ seed: 'without layout' });
    const { id } = await discovr.client.createPage({ pageFilters: { genres: [37], media_type: 'movie' } });
    render(<DiscovrPage pageId={id} href="#{id}" />, { wrapper: discovr.Wrapper });
    await waitFor(() => expect(document.querySelector('.discovr-DiscovrPage-end')).not.toBeNull());
    await untilQuiet(discovr);
    const rails = [...document.querySelectorAll('[data-row-id]:not(.discovr-Hero)')];
    const counts = rails.map((rail) => rail.querySelectorAll('[data-item-id]').length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeGreaterThan(16);
  });
});
