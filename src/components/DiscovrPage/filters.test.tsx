import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { oneHelps } from '../../../test/support/emptyFilters.js';
import { loseConnection } from '../../../test/support/loseConnection.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrPage, type DiscovrPageProps } from './DiscovrPage.js';

const westerns: FilterSpec = { genres: [37], media_type: 'movie' };
const musicals: FilterSpec = { genres: [10402], media_type: 'movie' };
const always = Number.MAX_SAFE_INTEGER;

type Show = (props: DiscovrPageProps) => void;

/** Renders a page. `show` changes its props. */
function renderPage(props: DiscovrPageProps, setUp?: (discovr: ReturnType<typeof createTestDiscovr>) => void) {
  const discovr = createTestDiscovr({ client: { retries: 0 } });
  setUp?.(discovr);
  const { rerender } = render(<DiscovrPage {...props} />, { wrapper: discovr.Wrapper });
  const show: Show = (next) => rerender(<DiscovrPage {...next} />);
  return { ...discovr, show, user: userEvent.setup() };
}

const root = () => document.querySelector('.discovr-DiscovrPage')!;
const isIn = (state: string) => waitFor(() => expect(root()).toHaveAttribute('data-state', state));
const heroTitle = () => document.querySelector('.discovr-Hero-title')?.textContent;
const isCurrent = () => waitFor(() => expect(root()).not.toHaveAttribute('data-previous'));
const apiIsDown = ({ control }: Pick<ReturnType<typeof createTestDiscovr>, 'control'>) =>
  control.failNext({ kind: 'network' }, { times: always });

test('creates the page of its filters once, and shows it', async () => {
  const discovr = renderPage({ filters: westerns });
  expect(root()).toHaveAttribute('data-state', 'loading');
  await isIn('ready');
  discovr.show({ filters: { media_type: 'movie', genres: [37, 37] } });
  await untilQuiet(discovr);
  expect(discovr.control.count('POST /pages')).toBe(1);
  expect(discovr.control.count('GET /pages/:id')).toBe(1);
});

test('shows the default page without filters, with its name as the heading', async () => {
  const { control } = renderPage({ name: 'Friday night' });
  await isIn('ready');
  expect(document.querySelector('h1')).toHaveTextContent('Friday night');
  expect(control.count('POST /pages')).toBe(1);
});

test.each<[string, DiscovrPageProps]>([
  ['the id', { pageId: undefined }],
  ['the filters', { filters: null }],
])('creates no page while %s are unknown', async (_what, props) => {
  const discovr = renderPage(props);
  await untilQuiet(discovr);
  expect(root()).toHaveAttribute('data-state', 'loading');
  expect(discovr.control.requests).toHaveLength(0);
  discovr.show({ filters: westerns });
  await isIn('ready');
});

test('says why the first page could not be created, and shows it after "Try again"', async () => {
  const { control, user } = renderPage({ filters: westerns }, apiIsDown);
  await isIn('failed');
  expect(screen.getByRole('heading', { name: 'This didn’t load' })).toBeInTheDocument();
  expect(screen.getByRole('alert')).not.toBeEmptyDOMElement();
  control.clearFaults();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await isIn('ready');
});

test('says that the browser is offline, and shows the first page by itself when it is online again', async () => {
  const reconnect = loseConnection();
  const { control } = renderPage({ filters: westerns }, apiIsDown);
  await isIn('failed');
  expect(screen.getByRole('heading', { name: 'You’re offline' })).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveTextContent('We’ll try again when you’re back online.');
  control.clearFaults();
  act(reconnect);
  await isIn('ready');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('keeps the previous page, marked busy, until the page of the next filters has loaded', async () => {
  const { control, show } = renderPage({ filters: westerns });
  await isIn('ready');
  const previous = heroTitle();
  control.setLatency(100);
  show({ filters: musicals });
  await waitFor(() => expect(root()).toHaveAttribute('data-previous', 'loading'));
  expect(root()).toHaveAttribute('aria-busy', 'true');
  expect(heroTitle()).toBe(previous);
  await isCurrent();
  expect(root()).not.toHaveAttribute('aria-busy');
  expect(heroTitle()).not.toBe(previous);
});

test('keeps the previous page with a notice when the next page fails, and shows the next page after "Try again"', async () => {
  const discovr = renderPage({ filters: westerns });
  const { control, show, user } = discovr;
  await isIn('ready');
  await untilQuiet(discovr);
  const previous = heroTitle();
  apiIsDown(discovr);
  show({ filters: musicals });
  expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
  expect(root()).toHaveAttribute('data-previous', 'failed');
  expect(root()).toHaveAttribute('data-state', 'ready');
  expect(root()).not.toHaveAttribute('aria-busy');
  expect(heroTitle()).toBe(previous);
  control.clearFaults();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await isCurrent();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(root().contains(document.activeElement)).toBe(true);
});

test('shows the next page by itself when the browser is online again', async () => {
  const discovr = renderPage({ filters: westerns });
  const { control, show } = discovr;
  await isIn('ready');
  await untilQuiet(discovr);
  apiIsDown(discovr);
  show({ filters: musicals });
  await waitFor(() => expect(root()).toHaveAttribute('data-previous', 'failed'));
  control.clearFaults();
  act(() => {
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
  });
  await isCurrent();
});

test('takes the notice back when the user returns to the filters of the previous page', async () => {
  const discovr = renderPage({ filters: westerns });
  await isIn('ready');
  await untilQuiet(discovr);
  apiIsDown(discovr);
  discovr.show({ filters: musicals });
  await screen.findByRole('alert');
  discovr.show({ filters: westerns });
  await isCurrent();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('discards the filters that the user removed in place when the app shows other filters', async () => {
  const { show, user } = renderPage({ filters: oneHelps });
  await isIn('empty');
  await user.click(screen.getByRole('button', { name: /^Remove [^“].*300/ }));
  await isIn('ready');
  show({ filters: musicals });
  await isCurrent();
  show({ filters: oneHelps });
  await isIn('empty');
  expect(screen.getByRole('button', { name: /^Remove [^“].*300/ })).toBeInTheDocument();
});

test('opens the form of the app from a page without titles', async () => {
  const onEditFilters = vi.fn();
  const { user } = renderPage({ filters: oneHelps, onEditFilters });
  await isIn('empty');
  await user.click(screen.getByRole('button', { name: 'Edit filters' }));
  expect(onEditFilters).toHaveBeenCalledOnce();
});

test('offers no filters of a page without titles while the page of the next filters loads', async () => {
  const { control, show } = renderPage({ filters: oneHelps });
  await isIn('empty');
  control.setLatency(100);
  show({ filters: musicals });
  await isIn('loading');
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  await isIn('ready');
});

test('keeps the page on screen when the user returns to filters whose page has expired', async () => {
  const discovr = renderPage({ filters: westerns });
  const { control, show } = discovr;
  await isIn('ready');
  await untilQuiet(discovr);
  control.expireSession();
  control.outdatePages();
  show({ filters: musicals });
  await isCurrent();
  await untilQuiet(discovr);
  const previous = heroTitle();
  control.setLatency(100);
  show({ filters: westerns });
  await waitFor(() => expect(root()).toHaveAttribute('data-previous', 'loading'));
  expect(root()).toHaveAttribute('data-state', 'ready');
  expect(heroTitle()).toBe(previous);
  await isCurrent();
  expect(heroTitle()).not.toBe(previous);
});
