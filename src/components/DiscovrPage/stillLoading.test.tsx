import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { mediaItems } from '../../../test/support/pageItems.js';
import { deferred } from '../../../test/support/promises.js';
import { DiscovrError } from '../../shared/errors.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { TitleSheet } from '../TitleSheet/TitleSheet.js';
import { DiscovrPage } from './DiscovrPage.js';

const [title, other] = mediaItems(2);
const TEXT = 'Still loading…';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] }));

const afterTenSeconds = () => act(() => vi.advanceTimersByTimeAsync(10_000));
const announced = () => screen.getAllByRole('status').filter(({ textContent }) => textContent === TEXT);
/** Elements that show the text, other than live regions for screen readers. */
const shown = () =>
  [...document.querySelectorAll('p, li')].filter(({ textContent }) => textContent === TEXT).map((e) => e.className);

function discovrThat(hangs: Parameters<TestDiscovr['control']['failNext']>[1]) {
  const discovr = createTestDiscovr({ client: { timeoutMs: 60_000 } });
  discovr.control.failNext({ kind: 'hang' }, { times: 50, ...hangs });
  return discovr;
}

describe('after ten seconds, what is still loading says so once', () => {
  test('a page, in its hero', async () => {
    const { Wrapper } = discovrThat({ route: 'GET /pages/:id' });
    render(<DiscovrPage pageId="page" />, { wrapper: Wrapper });
    expect([shown(), announced()]).toEqual([[], []]);
    await afterTenSeconds();
    expect(shown()).toEqual(['discovr-Hero-still']);
    expect(announced()).toHaveLength(1);
  });

  test.each([
    ['a page whose hero has loaded, above its first rail', [], 'ready', 'discovr-Rail-still'],
    ['a page without any content, only in its hero', ['GET /pages/:id'], 'loading', 'discovr-Hero-still'],
  ] as const)('%s', async (_, others, hero, place) => {
    const discovr = createTestDiscovr({ client: { timeoutMs: 60_000 } });
    const { id } = await discovr.client.createPage({ pageFilters: {} });
    for (const route of [...others, 'GET /pages/:id/rows'] as const)
      discovr.control.failNext({ kind: 'hang' }, { times: 50, route });
    render(<DiscovrPage pageId={id} />, { wrapper: discovr.Wrapper });
    await waitFor(() => expect(document.querySelector('.discovr-Hero')).toHaveAttribute('data-state', hero));
    await afterTenSeconds();
    expect(shown()).toEqual([place]);
    expect(announced()).toHaveLength(1);
  });

  test('the rails of a page, each in its heading', async () => {
    const discovr = discovrThat({ route: 'GET /pages/:id/rows/:id/items' });
    const { id } = await discovr.client.createPage({ pageFilters: {} });
    render(<DiscovrPage pageId={id} />, { wrapper: discovr.Wrapper });
    await waitFor(() => expect(document.querySelectorAll('[data-row-id] > [id]').length).toBeGreaterThan(2));
    await afterTenSeconds();
    expect(new Set(shown())).toEqual(new Set(['discovr-Rail-still']));
    expect(shown().length).toBeGreaterThan(1);
    expect(announced()).toHaveLength(1);
  });

  test('a title sheet, in the place of its facts', async () => {
    const { Wrapper } = discovrThat({ route: 'GET /media/:mediaId' });
    render(<TitleSheet mediaId={title!.id} item={title} onClose={() => undefined} />, { wrapper: Wrapper });
    await waitFor(() => expect(screen.getByRole('dialog')).toHaveAttribute('data-state', 'loading'));
    expect(shown()).toEqual([]);
    await afterTenSeconds();
    expect(shown()).toEqual(['discovr-TitleSheet-fact']);
    expect(announced()).toHaveLength(1);
  });

  test('a title sheet that shows another title, without repeating what it said about the first', async () => {
    const discovr = createTestDiscovr();
    const sheet = (mediaId: string) => <TitleSheet mediaId={mediaId} onClose={() => undefined} />;
    const { rerender } = render(sheet(title!.id), { wrapper: discovr.Wrapper });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Like' })).toBeEnabled());
    fireEvent.click(screen.getByRole('button', { name: 'Like' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(`Liked: ${title!.title}`));
    const facts = deferred<never>();
    vi.spyOn(discovr.client, 'getMedia').mockReturnValue(facts.promise);
    rerender(sheet(other!.id));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await afterTenSeconds();
    expect(announced()).toHaveLength(1);
    facts.reject(new DiscovrError('NETWORK_ERROR', 'No connection.'));
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
