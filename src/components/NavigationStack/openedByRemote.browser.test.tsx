import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { pressKey } from '../../../test/support/pressKey.js';
import { startOnTelevision } from '../../../test/support/televisionScreens.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { NavigationStack, RemoteControl } from '../../index.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';

loadStyles();
startOnTelevision();

/** Presses OK on the first destination, and waits until its page is on top. */
async function openDestination(prepare: (discovr: TestDiscovr) => void = () => undefined, above?: ReactNode) {
  const discovr = createTestDiscovr({ seed: 'opened' });
  await render(
    <RemoteControl>
      {above}
      <NavigationStack history="none" pageProps={{ onItemClick: () => undefined }} />
    </RemoteControl>,
    { wrapper: discovr.Wrapper },
  );
  // A pointer over a tile would load its page in advance.
  await page.getByRole('button', { name: 'Home' }).hover();
  const tile = () => document.querySelector<HTMLElement>('button.discovr-Tile[data-look="navigation"]');
  // Rows load as the focus comes near them.
  await vi.waitFor(async () => {
    if (!tile()) await userEvent.keyboard('{ArrowDown}');
    expect(tile()).not.toBeNull();
  });
  // The focus loads the page in advance, so it must not be on the tile yet.
  prepare(discovr);
  tile()!.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: /^Back/ })).toBeVisible();
}

test('an opened page gives the focus of a remote control to its hero', async () => {
  await openDestination();
  await vi.waitFor(() => expect(document.activeElement!.closest('.discovr-Hero')).not.toBeNull());
});

test('an opened page that fails gives the focus of a remote control to its button', async () => {
  await openDestination(({ control }) => {
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /pages/:id', times: 9 });
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /pages/:id/rows', times: 9 });
  });
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('Try again'));
});

test('Back from a control above the pages returns the focus to the tile that opened the page', async () => {
  await openDestination(undefined, <button type="button">Sign out</button>);
  const out = page.getByRole('button', { name: 'Sign out' });
  await vi.waitFor(() => expect(document.activeElement!.closest('.discovr-Hero')).not.toBeNull());
  (out.element() as HTMLElement).focus();
  pressKey('GoBack');
  await vi.waitFor(() => expect(document.activeElement!.matches('[data-look="navigation"]')).toBe(true));
  expect(window.scrollY).toBeGreaterThan(0);
});

test('Back to a page whose session has expired keeps the focus on the screen, and leads near the tile that was left', async () => {
  await openDestination(({ control }) => control.expireSession());
  await vi.waitFor(() => expect(document.activeElement!.closest('.discovr-Hero')).not.toBeNull());
  const away: string[] = [];
  let isWatching = true;
  const watch = () => {
    const { top, bottom } = document.activeElement!.getBoundingClientRect();
    if (bottom <= 0 || top >= innerHeight) away.push(`${document.activeElement!.className} at ${top}`);
    if (isWatching) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
  pressKey('GoBack');
  await vi.waitFor(() => expect(document.activeElement!.closest('[data-position]')).not.toBeNull());
  await untilStill();
  isWatching = false;
  expect(away).toEqual([]);
  expect(window.scrollY).toBeGreaterThan(0);
});
