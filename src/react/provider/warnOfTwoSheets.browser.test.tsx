import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { layered } from '../../../scripts/stylesheets/layered.mjs';
import { expectConsole } from '../../../test/setup/console.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';

test('the provider warns once when both stylesheets are loaded', async () => {
  expectConsole(/styles\.css and styles\.layer\.css are both loaded/);
  for (const text of [css, layered(css)]) {
    const sheet = document.createElement('style');
    sheet.textContent = text;
    document.head.append(sheet);
  }
  for (const { Wrapper } of [createTestDiscovr(), createTestDiscovr()]) await render(<Wrapper>A page</Wrapper>);
  expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
});
