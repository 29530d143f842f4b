import { Activity, useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { expectConsole } from '../../../test/setup/console.js';
import { untilStill } from '../../../test/support/untilStill.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { NavigationStack } from '../NavigationStack/NavigationStack.js';
import { DiscovrPage, type DiscovrPageProps } from './DiscovrPage.js';

loadStyles();
beforeAll(() => page.viewport(1280, 1000));
beforeEach(() => window.scrollTo(0, 0));

const keys = (text: string) => userEvent.keyboard(text);
const active = () => document.activeElement as HTMLElement;
const itemId = () => active().dataset['itemId'];
const rowOf = (element: Element) => element.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
const cards = (position: number) => [
  ...document.querySelectorAll<HTMLElement>(`[data-row-id] [data-position="${position}"] > button`),
];

let go: (route: string) => void;

/** An app with a route for each page of Discovr, and a route without any. */
function Routes({ pages, ...props }: { pages: Readonly<Record<string, string>> } & Partial<DiscovrPageProps>) {
  const [route, setRoute] = useState(Object.keys(pages)[0]!);
  useEffect(() => {
    go = setRoute;
  }, []);
  return pages[route] === undefined ? (
    <p>Elsewhere</p>
  ) : (
    <DiscovrPage {...props} pageId={pages[route]} onItemClick={() => undefined} />
  );
}

async function start(wrap: (ui: ReactNode) => ReactNode, props?: Partial<DiscovrPageProps>) {
  const discovr = createTestDiscovr({ seed: 'entry' });
  const [one, two] = await Promise.all([
    discovr.client.createPage({ pageFilters: { media_type: 'movie' } }),
    discovr.client.createPage({ pageFilters: { media_type: 'tv' } }),
  ]);
  await render(wrap(<Routes {...props} pages={{ one: one.id, two: two.id }} />), { wrapper: discovr.Wrapper });
  await hasCards();
  return discovr;
}

const hasCards = () => vi.waitFor(() => expect(cards(2).length).toBeGreaterThan(1));
const withRemote = (ui: ReactNode) => <RemoteControl>{ui}</RemoteControl>;

/** Focuses the third card of the second row, as a remote control does. */
async function focusThird() {
  await keys('{ArrowDown}');
  cards(2)[1]!.focus();
  await untilStill();
  return { id: itemId()!, row: rowOf(active())! };
}

describe('a page that is shown again while a remote control is in use', () => {
  test('focuses the card that was focused last when its route was hidden, not removed', async () => {
    const discovr = createTestDiscovr({ seed: 'entry' });
    const { id } = await discovr.client.createPage();
    const app = (mode: 'hidden' | 'visible') => (
      <discovr.Wrapper>
        <RemoteControl>
          {mode === 'hidden' && <button type="button">Settings</button>}
          <Activity mode={mode}>
            <DiscovrPage pageId={id} onItemClick={() => undefined} />
          </Activity>
        </RemoteControl>
      </discovr.Wrapper>
    );
    const { rerender } = await render(app('visible'));
    await hasCards();
    const before = await focusThird();
    expectConsole(/recovered the focus that <Card> lost/);
    await rerender(app('hidden'));
    await expect.element(page.getByRole('button', { name: 'Settings' })).toHaveFocus();
    await rerender(app('visible'));
    await vi.waitFor(() => expect(itemId()).toBe(before.id));
    await untilStill();
    expect(itemId()).toBe(before.id);
  });

  test('focuses the card that was focused last', async () => {
    await start(withRemote);
    const before = await focusThird();
    const card = active();
    go('none');
    await expect.element(page.getByText('Elsewhere')).toBeVisible();
    go('one');
    await vi.waitFor(() => expect(itemId()).toBe(before.id));
    expect(rowOf(active())).toBe(before.row);
    expect(active()).not.toBe(card);
    await untilStill();
    expect(itemId()).toBe(before.id);
    const { top, bottom } = active().getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(1000);
  });

  test('focuses the card of the same item when the item has another place', async () => {
    const { queryClient } = await start(withRemote);
    const before = await focusThird();
    go('none');
    await expect.element(page.getByText('Elsewhere')).toBeVisible();
    queryClient.setQueriesData<{ pages?: readonly { items?: readonly object[] }[] }>({}, (data) => {
      const [batch] = data?.pages ?? [];
      return batch?.items ? { ...data, pages: [{ ...batch, items: batch.items.slice(1) }] } : data;
    });
    go('one');
    await vi.waitFor(() => expect(itemId()).toBe(before.id));
    expect(active().closest('li')).toHaveAttribute('data-position', '1');
  });

  test('focuses the action of the slide that was shown', async () => {
    await start(withRemote);
    if (!active().closest('[data-shown]')) await keys('{ArrowDown}');
    await keys('{ArrowRight}');
    await untilStill();
    const label = active().textContent;
    const slide = active().closest('[data-shown]')!.getAttribute('aria-label');
    go('none');
    await expect.element(page.getByText('Elsewhere')).toBeVisible();
    go('one');
    await vi.waitFor(() => expect(active().closest('.discovr-Hero-slide')).toHaveAttribute('aria-label', slide));
    expect(active().textContent).toBe(label);
  });

  test('focuses the card that was focused last even when another page was shown in between', async () => {
    await start(withRemote);
    const before = await focusThird();
    go('two');
    await vi.waitFor(() => expect(document.querySelector(`[data-row-id="${before.row}"]`)).toBeNull());
    await hasCards();
    await keys('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(rowOf(active())).toBe('hero');
    go('one');
    await vi.waitFor(() => expect(itemId()).toBe(before.id));
  });

  test('leaves the focus to an element of the app that takes it', async () => {
    await start(withRemote, {
      renderHeroActions: () => (
        // The test is about an app that does this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <button type="button" autoFocus>
          Play
        </button>
      ),
    });
    await focusThird();
    go('none');
    await expect.element(page.getByText('Elsewhere')).toBeVisible();
    go('one');
    await vi.waitFor(() => expect(active().textContent).toBe('Play'));
    await hasCards();
    await untilStill();
    expect(active().textContent).toBe('Play');
  });
});

test('a page that is shown for the first time while a remote control is in use focuses the action of its hero', async () => {
  const { client } = await start((ui) => (
    <RemoteControl>
      <button type="button">Menu</button>
      {ui}
    </RemoteControl>
  ));
  await client.createPage({ pageFilters: { genres: [35] } });
  await focusThird();
  // In one frame: after it, the remote control would focus the menu.
  flushSync(() => go('none'));
  flushSync(() => go('two'));
  await vi.waitFor(() => expect(active().closest('.discovr-Hero-slide')).not.toBeNull());
});

test('a page whose rows load before its hero focuses the action of its hero', async () => {
  const { client } = await start(withRemote);
  await focusThird();
  const read = client.getPage.bind(client);
  let load = () => {};
  client.getPage = async (...args) => {
    await new Promise<void>((resolve) => (load = resolve));
    return read(...args);
  };
  flushSync(() => go('none'));
  flushSync(() => go('two'));
  await hasCards();
  await untilStill();
  load();
  await vi.waitFor(() => expect(active().closest('.discovr-Hero-slide')).not.toBeNull());
});

test('a page that is shown again takes no focus without `<RemoteControl>`', async () => {
  await start((ui) => <main>{ui}</main>);
  await focusThird();
  go('none');
  await expect.element(page.getByText('Elsewhere')).toBeVisible();
  go('one');
  await hasCards();
  await untilStill();
  expect(active()).toBe(document.body);
});

describe('a tab that is selected again', () => {
  const tab = (name: string) => page.getByRole('button', { name, exact: true });
  const leaveAndReturn = async (wrap: (ui: ReactNode) => ReactNode) => {
    const discovr = createTestDiscovr({ seed: 'entry' });
    await render(wrap(<NavigationStack history="none" pageProps={{ onItemClick: () => undefined }} />), {
      wrapper: discovr.Wrapper,
    });
    await hasCards();
    const before = await focusThird();
    (tab('Movies').element() as HTMLElement).focus();
    await keys('{Enter}');
    await expect.element(tab('Movies')).toHaveAttribute('aria-current');
    await hasCards();
    await untilStill();
    await expect.element(tab('Movies')).toHaveFocus();
    (tab('Home').element() as HTMLElement).focus();
    await keys('{Enter}');
    await expect.element(tab('Home')).toHaveAttribute('aria-current');
    await untilStill();
    return before;
  };

  test('focuses the card that was focused last while a remote control is in use', async () => {
    const before = await leaveAndReturn(withRemote);
    await vi.waitFor(() => expect(itemId()).toBe(before.id));
  });

  test('keeps the focus on the tab for a keyboard', async () => {
    await leaveAndReturn((ui) => <main>{ui}</main>);
    await expect.element(tab('Home')).toHaveFocus();
  });
});
