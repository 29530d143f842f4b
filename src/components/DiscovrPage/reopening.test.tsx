import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { NavigationStack } from '../NavigationStack/NavigationStack.js';
import { TitleSheet } from '../TitleSheet/TitleSheet.js';
import { DiscovrPage } from './DiscovrPage.js';

const skeletons = () => document.querySelectorAll('[data-placeholder]').length;
const [film] = heroItems(1);

/** Few titles, so that the whole page loads quickly. */
const westerns: FilterSpec = { genres: [37], media_type: 'movie' };
const tabs = [{ id: 'westerns', name: 'Westerns', pageFilters: westerns }];

const screens: Readonly<Record<string, ReactNode>> = {
  'a page': <DiscovrPage filters={westerns} href="/title/{id}" />,
  'a title sheet': <TitleSheet mediaId={film!.id} item={film} onClose={() => undefined} onPlay={() => undefined} />,
  'a page in tabs': <NavigationStack history="none" tabs={tabs} pageProps={{ href: '/title/{id}' }} />,
};

describe.each(Object.entries(screens))('%s that is opened again', (_, content) => {
  test('shows its content at once, without a placeholder, and sends nothing', async () => {
    const discovr = createTestDiscovr();
    const { rerender } = render(content, { wrapper: discovr.Wrapper });
    expect(skeletons()).toBeGreaterThan(0);
    await untilQuiet(discovr);
    await waitFor(() => expect(skeletons()).toBe(0));
    const sent = discovr.control.requests.length;
    const seen = document.body.textContent;
    rerender(<p>Elsewhere</p>);
    rerender(content);
    expect([skeletons(), document.body.textContent]).toEqual([0, seen]);
    await untilQuiet(discovr);
    expect(discovr.control.requests).toHaveLength(sent);
  });
});

test('the page to which Back returns shows its content at once, and sends nothing', async () => {
  const discovr = createTestDiscovr();
  const user = userEvent.setup();
  const { id } = await discovr.client.createPage({ pageFilters: { ...westerns, with_runtime_lte: 90 } });
  const view = render(
    <NavigationStack history="none" tabs={tabs}>
      {({ pageId, open }) => (
        <>
          <button type="button" onClick={() => open({ id: 'short', title: 'Short', pageId: id })}>
            Short
          </button>
          <DiscovrPage pageId={pageId} title={null} href="/title/{id}" />
        </>
      )}
    </NavigationStack>,
    { wrapper: discovr.Wrapper },
  );
  await untilQuiet(discovr);
  const shown = () => view.container.querySelector('.discovr-DiscovrPage')!.textContent;
  const seen = shown();
  await user.click(screen.getByRole('button', { name: 'Short' }));
  await untilQuiet(discovr);
  expect(shown()).not.toBe(seen);
  const sent = discovr.control.requests.length;
  await user.click(screen.getByRole('button', { name: 'Back to Westerns' }));
  expect([skeletons(), shown()]).toEqual([0, seen]);
  await untilQuiet(discovr);
  expect(discovr.control.requests).toHaveLength(sent);
});
