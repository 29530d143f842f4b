import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { finishedTrace, timelineTraces } from '../../stories/support/timelineTraces.js';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import { DiscovrTimeline } from './DiscovrTimeline.js';
import { discovrDevtoolsPlugin } from './discovrDevtoolsPlugin.js';

afterEach(() => vi.unstubAllEnvs());

const selectedOption = () => screen.getByRole('option', { selected: true });
const words = () => screen.getByRole('region', { name: 'Selected event' });

/** Renders a trace and moves the focus to its last event. */
async function openTrace(name: keyof typeof timelineTraces) {
  const user = userEvent.setup();
  render(<DiscovrTimeline trace={finishedTrace(timelineTraces[name])} />);
  await user.click(screen.getByRole('button', { name: /^Reading/ }));
  await user.click(screen.getByRole('button', { name: /^Reading/ }));
  await user.tab();
  return user;
}

it('selects the last event when the list gets the focus, and says what it was', async () => {
  await openTrace('signedOut');
  expect(selectedOption()).toHaveFocus();
  expect(words()).toHaveTextContent('Sent a message to other tabs: signedOut.');
});

it('moves through time with left and right, and between lanes with up and down', async () => {
  const user = await openTrace('signedOut');
  await user.keyboard('{ArrowUp}');
  expect(words()).toHaveTextContent('did not load: TOKEN_INVALID');
  await user.keyboard('{ArrowLeft}');
  expect(words()).toHaveTextContent('“page” began to load.');
  await user.keyboard('{ArrowUp}');
  expect(within(words()).getByText(/Calls: account/)).toBeVisible();
  await user.keyboard('{ArrowUp}{Home}');
  expect(words()).toHaveTextContent('From here on: a profile is active.');
  expect(selectedOption()).toHaveFocus();
});

it('says what the user saw at that time', async () => {
  const user = await openTrace('signedOut');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(words()).toHaveTextContent('a profile is active; loading: page');
});

it('does not say that nothing was loading when no query is traced', async () => {
  const user = userEvent.setup();
  render(
    <DiscovrTimeline trace={finishedTrace([[0, { type: 'session', state: { status: 'active', profileId: 'p1' } }]])} />,
  );
  await user.click(screen.getByRole('option'));
  expect(words()).toHaveTextContent('a profile is active; no query traced so far');
});

it('shows only the lanes that are on, and the events that a search finds', async () => {
  const user = await openTrace('healing');
  await user.click(screen.getByRole('button', { name: /^Pages/ }));
  expect(screen.queryByRole('group', { name: 'Pages, healing' })).not.toBeInTheDocument();
  await user.type(screen.getByRole('searchbox', { name: 'Search events' }), 'expired');
  expect(screen.getByText('2 of 21 events')).toBeVisible();
  await user.type(screen.getByRole('searchbox', { name: 'Search events' }), ' never');
  expect(screen.getByText('No event matches.')).toBeVisible();
});

it('keeps what it shows while paused, and forgets it when cleared', async () => {
  const user = userEvent.setup();
  const { client, Wrapper } = createTestDiscovr();
  render(<DiscovrTimeline />, { wrapper: Wrapper });
  const session = () => screen.getByRole('button', { name: /^Session/ });
  await waitFor(() => expect(session()).not.toHaveAccessibleName('Session 0'));
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  const before = session().textContent;
  await act(() => client.createPage());
  expect(session()).toHaveTextContent(before);
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  await waitFor(() => expect(session()).not.toHaveTextContent(before));
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  await waitFor(() => expect(session()).toHaveAccessibleName('Session 0'));
});

it('copies the events as text', async () => {
  const user = await openTrace('signedOut');
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(await screen.findByText('Copied 10 events.')).toHaveRole('status');
  expect(await navigator.clipboard.readText()).toContain('Calls: account | POST /auth/session-token: TOKEN_INVALID');
});

it('says what a recording contains before it is downloaded', async () => {
  const user = userEvent.setup();
  const log = { version: '1.2', creator: { name: 'test', version: '1' }, entries: [], comment: 'Contains nothing.' };
  render(<DiscovrTimeline trace={finishedTrace([])} har={() => Promise.resolve({ log })} />);
  await user.click(screen.getByRole('button', { name: 'Export HAR' }));
  expect(await screen.findByText('Contains nothing.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByText('Contains nothing.')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Export HAR' })).toHaveFocus();
});

it('names what to do when there is no client', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<DiscovrTimeline />)).toThrow('Call traceClient(client) outside components');
});

it('is a plugin of TanStack Devtools, in its theme, and empty in production', () => {
  const { client } = createTestDiscovr();
  const element = document.createElement('div');
  const plugin = discovrDevtoolsPlugin({ client });
  const { unmount } = render(plugin.render(element, { theme: 'dark' }));
  expect(screen.getByRole('region', { name: 'Discovr timeline' })).toHaveAttribute('data-discovr-scheme', 'dark');
  unmount();
  vi.stubEnv('NODE_ENV', 'production');
  const { container } = render(discovrDevtoolsPlugin({ client }).render(element, { theme: 'dark' }));
  expect(container).toBeEmptyDOMElement();
});
