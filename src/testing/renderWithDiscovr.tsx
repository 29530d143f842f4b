import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createTestDiscovr, type TestDiscovr, type TestDiscovrOptions } from './createTestDiscovr.js';

/**
 * Renders an element with React Testing Library in a separate embedded Discovr.
 *
 * @example
 * const { control, getByRole } = renderWithDiscovr(<PageFilterForm />);
 */
export function renderWithDiscovr(ui: ReactElement, options?: TestDiscovrOptions): RenderResult & TestDiscovr {
  const discovr = createTestDiscovr(options);
  const view: RenderResult = render(ui, { wrapper: discovr.Wrapper });
  return { ...discovr, ...view };
}
