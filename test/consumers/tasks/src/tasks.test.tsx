import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createTestDiscovr, renderWithDiscovr } from 'discovr-react/testing';
import { Browse } from './Browse';
import { Discovr } from './discovr';
import { EmbeddedDiscovr } from './embedded';
import { FilteredByUrl } from './FilteredByUrl';
import { FridayNight } from './FridayNight';
import { German } from './German';
import { Monitored } from './Monitored';
import { OwnPage } from './OwnPage';
import { Tabs } from './Tabs';
import { Watchlist } from './Watchlist';

configure({ asyncUtilTimeout: 10_000 });
const user = userEvent.setup();

test('an app without a credential asks the user to sign in', async () => {
  render(<Browse />, { wrapper: Discovr });
  expect(await screen.findByRole('button', { name: 'Sign in on this device' })).toBeTruthy();
});

test('the form creates a page of the embedded Discovr', async () => {
  render(<Browse />, { wrapper: EmbeddedDiscovr });
  await user.click(await screen.findByRole('checkbox', { name: 'Comedy' }));
  await user.click(screen.getByText('Apply filters'));
  await waitFor(() => expect(document.querySelectorAll('a[href^="/title/"]').length).toBeGreaterThan(3));
});

test('a title of a tab opens in a sheet', async () => {
  renderWithDiscovr(<Tabs />);
  await waitFor(() => expect(document.querySelector('.discovr-Rail [data-media-type]')).not.toBeNull());
  await user.click(document.querySelector('.discovr-Rail [data-media-type]')!);
  await waitFor(() => expect(document.querySelector('dialog')).not.toBeNull());
});

test('the filters in the URL are shown', async () => {
  history.replaceState(null, '', '?f=1&f.genres=35');
  renderWithDiscovr(<FilteredByUrl />);
  expect(await screen.findByRole('button', { name: 'Remove Comedy' })).toBeTruthy();
  await waitFor(() => expect(document.querySelector('.discovr-Rail[data-row-id]')).not.toBeNull());
});

test.each(['first', 'second'])('the %s page of the filters says why it failed, and comes back', async (which) => {
  history.replaceState(null, '', '?f=1&f.genres=35');
  const { control, Wrapper } = createTestDiscovr();
  const stop = () => control.failNext({ kind: 'network' }, { times: Infinity });
  const isReady = () => waitFor(() => expect(document.querySelector('.discovr-Rail[data-row-id]')).not.toBeNull());
  if (which === 'first') stop();
  render(<FilteredByUrl />, { wrapper: Wrapper });
  if (which === 'second') {
    await isReady();
    stop();
    await user.click(screen.getByRole('button', { name: 'Remove Comedy' }));
  }
  expect((await screen.findByRole('alert')).textContent).toMatch(/\w/);
  expect(screen.getAllByRole('heading').length).toBeGreaterThan(0);
  control.clearFaults();
  await user.click(screen.getAllByRole('button', { name: 'Try again' })[0]!);
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  await isReady();
});

test('a button creates a page', async () => {
  const onCreated = vi.fn();
  renderWithDiscovr(<FridayNight onCreated={onCreated} />);
  await user.click(screen.getByRole('button'));
  await waitFor(() => expect(onCreated).toHaveBeenCalledOnce());
});

test('own markup shows the rows of a page', async () => {
  const { client, Wrapper } = createTestDiscovr();
  const { id } = await client.createPage();
  render(<OwnPage pageId={id} />, { wrapper: Wrapper });
  const [first] = await screen.findAllByRole('region');
  expect(await within(first!).findAllByRole('listitem')).toHaveLength(10);
});

test('a title is removed from the watchlist', async () => {
  const { client, Wrapper } = createTestDiscovr();
  const { id } = await client.createPage();
  const { hero } = await client.getPage(id);
  await client.addWatchlistItem(hero[0]!.id);
  render(<Watchlist />, { wrapper: Wrapper });
  await user.click(await screen.findByRole('button', { name: `Remove ${hero[0]!.title}` }));
  await waitFor(async () => expect((await client.getWatchlistItems()).items).toEqual([]));
  expect(screen.queryByRole('button')).toBeNull();
});

test('a page is in German, with a text of the app', async () => {
  const { client } = createTestDiscovr();
  render(
    <German client={client}>
      <Browse />
    </German>,
  );
  expect(await screen.findByText('Los')).toBeTruthy();
});

test('analytics and monitoring receive events and errors', async () => {
  const { client, control } = createTestDiscovr();
  const track = vi.fn();
  const report = vi.fn();
  control.failNext({ kind: 'status', status: 403 }, { route: 'POST /pages' });
  render(
    <Monitored client={client} track={track} report={report}>
      <FridayNight onCreated={() => undefined} />
      <Browse />
    </Monitored>,
  );
  await user.click(screen.getByText('Short comedies'));
  await waitFor(() =>
    expect(report).toHaveBeenCalledWith(expect.any(Error), expect.objectContaining({ code: 'FORBIDDEN' })),
  );
  await user.click(await screen.findByText('Apply filters'));
  await waitFor(() => expect(track).toHaveBeenCalledWith('filtersApplied', expect.anything()));
});
