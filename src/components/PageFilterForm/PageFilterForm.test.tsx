import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Activity, StrictMode, useState, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { clientKinds } from '../../../test/support/clients.js';
import { deferred } from '../../../test/support/promises.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { CreatePageResponse } from '../../api/pages.js';
import { emulatorVocabulary } from '../../emulator/emulatorVocabulary.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import { de } from '../../locales/de.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import { PageFilterFormParts } from './PageFilterFormDropIn.js';

const applyButton = () => screen.getByRole('button', { name: 'Apply filters' });
const group = (name: string) => within(screen.getByRole('group', { name }));
const option = (groupName: string, name: string) => group(groupName).getByRole('checkbox', { name });

describe.each(clientKinds)('the filter form with %s', (_name, create) => {
  test('creates a page from the draft and announces it', async () => {
    const user = userEvent.setup();
    const onPageCreated = vi.fn();
    render(<PageFilterForm onPageCreated={onPageCreated} />, { wrapper: create().Wrapper });

    await user.click(screen.getByRole('radio', { name: 'Movies' }));
    await user.click(option('Genres', 'Comedy'));
    await user.type(screen.getByLabelText('At most, minutes'), '100');
    await user.type(screen.getByLabelText('Page name'), '  Friday night ');
    await user.click(applyButton());

    await waitFor(() => expect(onPageCreated).toHaveBeenCalledOnce());
    expect(onPageCreated).toHaveBeenCalledWith(expect.objectContaining({ id: expect.any(String) }), {
      pageFilters: { media_type: 'movie', genres: [35], with_runtime_lte: 100 },
      name: 'Friday night',
    });
    expect(screen.getByRole('status')).toHaveTextContent('Page “Friday night” created.');
    expect(screen.getByText('Comedy movies, up to 100 minutes long')).toBeVisible();
  });

  test('creates the default page when nothing is chosen', async () => {
    const user = userEvent.setup();
    const onPageCreated = vi.fn();
    render(<PageFilterForm onPageCreated={onPageCreated} />, { wrapper: create().Wrapper });
    await user.click(applyButton());
    await waitFor(() => expect(onPageCreated).toHaveBeenCalledWith(expect.anything(), {}));
  });

  test('shows an error and keeps the draft when the network is unavailable', async () => {
    const user = userEvent.setup();
    const { Wrapper, control } = create();
    render(<PageFilterForm />, { wrapper: Wrapper });
    await user.type(screen.getByLabelText('Page name'), 'Later');
    await user.click(applyButton());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('created'));
    control.setOffline(true);
    await user.type(screen.getByLabelText('At least, minutes'), '45');
    await user.click(applyButton());
    expect(await screen.findByText(/Can’t connect/)).toBeVisible();
    expect(screen.getByLabelText('Page name')).toHaveValue('Later');
    expect(screen.getByLabelText('At least, minutes')).toHaveValue(45);
  });
});

describe('while the page is being created', () => {
  test('a second click on Apply does nothing', async () => {
    const user = userEvent.setup();
    const { control, client } = renderWithDiscovr(<PageFilterForm />);
    await act(() => client.createPage());
    control.failNext({ kind: 'hang' }, { route: 'POST /pages' });
    await user.click(applyButton());
    const button = await screen.findByRole('button', { name: 'Applying…' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.click(button);
    await user.keyboard('{Enter}');
    expect(button).toHaveTextContent('Applying…');
    expect(control.count('POST /pages')).toBe(2);
  });

  test('unmounting the form does not abort the request, and onPageCreated is not called', async () => {
    const user = userEvent.setup();
    const onPageCreated = vi.fn();
    const discovr = renderWithDiscovr(<PageFilterForm onPageCreated={onPageCreated} />, { latencyMs: 40 });
    await user.click(applyButton());
    discovr.unmount();
    await untilQuiet(discovr);
    expect(discovr.control.requests.at(-1)).toMatchObject({ status: 200, method: 'POST', path: '/pages' });
    expect(onPageCreated).not.toHaveBeenCalled();
  });
});

describe('the draft', () => {
  test('is not reported to onFiltersChange on mount, on edits or on Undo changes', async () => {
    const user = userEvent.setup();
    const onFiltersChange = vi.fn();
    const { Wrapper } = createTestDiscovr();
    render(
      <StrictMode>
        <PageFilterForm defaultFilters={{ genres: [18] }} onFiltersChange={onFiltersChange} />
      </StrictMode>,
      { wrapper: Wrapper },
    );
    await user.click(option('Genres', 'Comedy'));
    await user.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(onFiltersChange).not.toHaveBeenCalled();
  });

  test('has Undo changes and Clear all disabled while they would change nothing, and the focus then on Apply', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35] }} defaultName="Mine" />);
    const [undo, clear] = ['Undo changes', 'Clear all'].map((name) => screen.getByRole('button', { name }));
    const disabled = () => [undo, clear].map((button) => button!.getAttribute('aria-disabled'));
    expect(disabled()).toEqual(['true', null]);
    await user.click(clear!);
    expect(applyButton()).toHaveFocus();
    expect(disabled()).toEqual([null, 'true']);
    await user.type(screen.getByLabelText('Page name'), 'x');
    expect(disabled()).toEqual([null, null]);
    await user.click(undo!);
    expect(applyButton()).toHaveFocus();
    expect(disabled()).toEqual(['true', null]);
    expect(screen.getByLabelText('Page name')).toHaveValue('Mine');
    await user.clear(screen.getByLabelText('Page name'));
    await user.click(option('Genres', 'Comedy'));
    expect(disabled()).toEqual([null, 'true']);
  });

  test('returns to the applied filters on Undo changes and is emptied by Clear all', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [18], with_runtime_lte: 90 }} defaultName="Mine" />);
    await user.click(option('Genres', 'Drama'));
    await user.clear(screen.getByLabelText('At most, minutes'));
    await user.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(option('Genres', 'Drama')).toBeChecked();
    expect(screen.getByLabelText('At most, minutes')).toHaveValue(90);
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(option('Genres', 'Drama')).not.toBeChecked();
    expect(screen.getByLabelText('At most, minutes')).toHaveValue(null);
    expect(screen.getByLabelText('Page name')).toHaveValue('');
    expect(screen.getByText('All movies and series')).toBeVisible();
  });

  test('follows the filters prop until it is edited, and is kept after an edit', async () => {
    const user = userEvent.setup();
    const { Wrapper } = createTestDiscovr();
    const view = render(<PageFilterForm filters={{ genres: [18] }} />, { wrapper: Wrapper });
    view.rerender(<PageFilterForm filters={{ genres: [35] }} />);
    expect(option('Genres', 'Comedy')).toBeChecked();
    expect(option('Genres', 'Drama')).not.toBeChecked();

    await user.click(option('Genres', 'Horror'));
    view.rerender(<PageFilterForm filters={{ genres: [37] }} />);
    expect(option('Genres', 'Horror')).toBeChecked();
    expect(option('Genres', 'Western')).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(option('Genres', 'Western')).toBeChecked();
    expect(option('Genres', 'Horror')).not.toBeChecked();
  });

  test('is kept when the app passes the same filters in a new object', async () => {
    const user = userEvent.setup();
    function App() {
      const [, renderAgain] = useState(0);
      return (
        <PageFilterForm filters={{ genres: [18] }}>
          <PageFilterForm.Genres />
          <button type="button" onClick={() => renderAgain((count) => count + 1)}>
            Again
          </button>
        </PageFilterForm>
      );
    }
    renderWithDiscovr(<App />);
    await user.click(option('Genres', 'Comedy'));
    await user.click(screen.getByRole('button', { name: 'Again' }));
    expect(option('Genres', 'Comedy')).toBeChecked();
  });

  test('is reported on Apply without creating a page when createsPage is false', async () => {
    const user = userEvent.setup();
    const onFiltersChange = vi.fn<(filters: FilterSpec, details: { reason: string }) => void>();
    const { control } = renderWithDiscovr(<PageFilterForm createsPage={false} onFiltersChange={onFiltersChange} />);
    await user.click(option('Genres', 'Comedy'));
    await user.click(applyButton());
    await waitFor(() => expect(onFiltersChange).toHaveBeenCalledWith({ genres: [35] }, { reason: 'apply' }));
    expect(control.count('POST /pages')).toBe(0);
    expect(screen.getByRole('status')).toHaveTextContent('Filters applied.');
  });

  test('says once what it filters: as a sentence that names three of a long list, and the others on a click', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35, 18, 28, 12, 16] }} />);
    expect(screen.queryByRole('list', { name: 'Active filters' })).toBeNull();
    const heading = screen.getByRole('heading', { name: /^Action, Adventure, Animation, or 2 more movies/ });
    await user.click(within(heading).getByRole('button', { name: '2 more' }));
    expect(heading).toHaveTextContent(/^Action, Adventure, Animation, Comedy, or Drama movies/);
    expect(heading).toHaveFocus();
  });

  test('loses a filter when its chip is removed, and focus moves to a neighboring chip', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(
      <PageFilterForm defaultFilters={{ genres: [18, 35], with_runtime_gte: 60, with_runtime_lte: 90 }}>
        <PageFilterForm.ActiveFilters />
        <PageFilterForm.Runtime />
      </PageFilterForm>,
    );
    const chips = within(screen.getByRole('list', { name: 'Active filters' }));
    expect(chips.getAllByRole('listitem').map((chip) => chip.textContent?.trim())).toEqual([
      'Drama',
      'Comedy',
      '60–90 min',
    ]);
    await user.click(chips.getByRole('button', { name: 'Remove 60–90 min' }));
    expect(screen.getByLabelText('At least, minutes')).toHaveValue(null);
    expect(screen.getByLabelText('At most, minutes')).toHaveValue(null);
    await waitFor(() => expect(chips.getByRole('button', { name: 'Remove Comedy' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(chips.getByRole('button', { name: 'Remove Drama' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByRole('list', { name: 'Active filters' })).toHaveFocus());
  });
});

test('focus moves into the group when its Clear button is clicked', async () => {
  const user = userEvent.setup();
  renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35] }} />);
  await user.click(screen.getByRole('button', { name: 'Clear Genres' }));
  expect(group('Genres').getAllByRole('checkbox')[0]).toHaveFocus();
});

test('the form asks first for what people know first', () => {
  renderWithDiscovr(<PageFilterForm vocabulary={{ ...emulatorVocabulary() }} />);
  const names = [...document.querySelectorAll('.discovr-FilterGroup-legend')].map(({ textContent }) => textContent);
  const expected = 'Type, Watch providers, Genres, Runtime, Release date, Regions, Keywords, Page name';
  expect(names.join(', ')).toBe(expected);
});

describe('the legend of the watch providers', () => {
  const providers = () => screen.getByRole('group', { name: 'Watch providers' });

  test('names the chosen regions, and its button leads to them', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ region: ['DE', 'AT'] }} />);
    expect(providers()).toHaveAccessibleDescription('in Austria or Germany');
    await user.click(screen.getByRole('button', { name: 'Clear Regions' }));
    expect(providers()).toHaveAccessibleDescription('in all regions');
    await user.click(within(providers()).getByRole('button', { name: 'Change' }));
    expect(screen.getByRole('searchbox', { name: 'Search regions' })).toHaveFocus();
  });

  test('has no button in a form without the regions', () => {
    renderWithDiscovr(
      <PageFilterForm defaultFilters={{ region: ['DE'] }}>
        <PageFilterForm.WatchProviders />
      </PageFilterForm>,
    );
    expect(providers()).toHaveAccessibleDescription('in Germany');
    expect(screen.queryByRole('button', { name: 'Change' })).toBeNull();
  });

  test('is not shown when the vocabulary has no watch providers', () => {
    renderWithDiscovr(<PageFilterForm vocabulary={{ ...defaultVocabulary(), providers: () => [] }} />);
    expect(screen.queryByText('Watch providers')).toBeNull();
  });
});

describe('range shortcuts', () => {
  test('fill in their range on the first click and empty it on the second', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    const shortcut = screen.getByRole('button', { name: '90–120 min' });
    await user.click(shortcut);
    expect(screen.getByLabelText('At least, minutes')).toHaveValue(90);
    expect(screen.getByLabelText('At most, minutes')).toHaveValue(120);
    expect(shortcut).toHaveAttribute('aria-pressed', 'true');
    await user.click(shortcut);
    expect(screen.getByLabelText('At least, minutes')).toHaveValue(null);
    expect(shortcut).toHaveAttribute('aria-pressed', 'false');
  });

  test.each([
    ['Up to 90 min', { with_runtime_lte: 90 }],
    ['Up to 120 min', { with_runtime_lte: 120 }],
    ['At least 120 min', { with_runtime_gte: 120 }],
  ])('show that their range is filled in: "%s"', (name, defaultFilters) => {
    renderWithDiscovr(<PageFilterForm defaultFilters={defaultFilters} />);
    const pressed = within(screen.getByRole('group', { name: 'Runtime' })).getAllByRole('button', { pressed: true });
    expect(pressed.map((button) => button.textContent)).toEqual([name]);
  });

  test('offer this year, the last five years and the decades since the 1980s', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(
      <PageFilterForm>
        <PageFilterForm.ReleaseDate referenceDay="2026-11-24" />
      </PageFilterForm>,
    );
    const names = group('Release date')
      .getAllByRole('button')
      .map((button) => button.textContent);
    expect(names).toEqual(['This year', 'Last 5 years', '2020s', '2010s', '2000s', '1990s', '1980s']);
    await user.click(screen.getByRole('button', { name: 'Last 5 years' }));
    expect(screen.getByLabelText('From')).toHaveValue('2022-01-01');
    expect(screen.getByLabelText('To')).toHaveValue('2026-12-31');
  });
});

describe('invalid input', () => {
  test('marks both bounds and focuses the one edited last, with one message, when the minimum is above the maximum', async () => {
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByLabelText('At most, minutes'), '90');
    await user.type(screen.getByLabelText('At least, minutes'), '120');
    await user.click(applyButton());
    expect(await screen.findAllByText(/The minimum can’t be higher than the maximum/)).toHaveLength(1);
    expect(screen.getByLabelText('At least, minutes')).toBeInvalid();
    expect(screen.getByLabelText('At least, minutes')).toHaveFocus();
    expect(screen.getByLabelText('At most, minutes')).toBeInvalid();
    expect(screen.getByLabelText('At most, minutes')).toHaveAccessibleDescription(/can’t be higher/);
    expect(control.count('POST /pages')).toBe(0);
  });

  test('marks only the bound that is wrong by itself', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ with_runtime_lte: 90 }} />);
    await user.type(screen.getByLabelText('At least, minutes'), '700');
    await user.click(applyButton());
    expect(await screen.findByText('Enter 600 minutes or less.')).toBeVisible();
    expect(screen.getByLabelText('At least, minutes')).toBeInvalid();
    expect(screen.getByLabelText('At most, minutes')).toBeValid();
  });

  test('leaves only the range with its bounds in the wrong order out of the sentence, and Clear all counts it', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35], with_runtime_lte: 90 }} />);
    const clearAll = screen.getByRole('button', { name: 'Clear all' });
    expect(clearAll).toHaveTextContent('Clear all (2)');
    await user.type(screen.getByLabelText('At least, minutes'), '120');
    expect(screen.getByRole('heading')).toHaveTextContent(/^Comedy movies and series$/);
    expect(clearAll).toHaveTextContent('Clear all (2)');
    expect(clearAll).toHaveAccessibleDescription('2 filters');
  });

  test('loses its error as soon as an edit of the other bound makes the range valid', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByLabelText('At least, minutes'), '120');
    await user.type(screen.getByLabelText('At most, minutes'), '90');
    await user.tab();
    expect(await screen.findByText(/The minimum can’t be higher/)).toBeVisible();
    await user.clear(screen.getByLabelText('At least, minutes'));
    await waitFor(() => expect(screen.queryByText(/The minimum can’t be higher/)).toBeNull());
  });

  test('shows an error when a runtime is not a whole number', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByLabelText('At least, minutes'), '1.5');
    await user.click(applyButton());
    expect(await screen.findByText('Enter a whole number of minutes.')).toBeVisible();
    expect(screen.getByLabelText('At least, minutes')).toHaveAccessibleDescription('Enter a whole number of minutes.');
  });

  test('says what the longest runtime is', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByLabelText('At most, minutes'), '601');
    await user.click(applyButton());
    expect(await screen.findByText('Enter 600 minutes or less.')).toBeVisible();
  });

  test('shows an error when a date is outside 1870 to 2100', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<PageFilterForm />);
    await user.type(screen.getByLabelText('From'), '1492-10-12');
    await user.click(applyButton());
    expect(await screen.findByText('Enter a date between 1870 and 2100.')).toBeVisible();
  });
});

describe('Apply', () => {
  test('shows a server error under its field, focuses the field and keeps the draft', async () => {
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35] }} />);
    const issues = [{ path: ['pageFilters', 'genres'], message: 'too funny' }];
    control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues }, { route: 'POST /pages' });
    await user.click(applyButton());
    expect(await screen.findByText('too funny')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Genres' })).toHaveAccessibleDescription(/too funny/);
    expect(document.activeElement).toBe(group('Genres').getAllByRole('checkbox')[0]);
    expect(option('Genres', 'Comedy')).toBeChecked();
    await user.click(option('Genres', 'Comedy'));
    expect(screen.queryByText(/too funny/)).toBeNull();
  });

  test('shows no shortcut and no summary of a range while it is refused', async () => {
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(<PageFilterForm defaultFilters={{ with_runtime_lte: 120 }} />);
    const issues = [{ path: ['pageFilters', 'with_runtime_lte'], message: 'too short' }];
    control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues }, { route: 'POST /pages' });
    const shortcut = screen.getByRole('button', { name: 'Up to 120 min' });
    const runtime = () => screen.getByRole('group', { name: 'Runtime' });
    expect(shortcut).toHaveAttribute('aria-pressed', 'true');
    expect(runtime()).toHaveAccessibleDescription('Up to 120 min');
    await user.click(applyButton());
    expect(await screen.findByText('too short')).toBeVisible();
    expect(shortcut).toHaveAttribute('aria-pressed', 'false');
    expect(runtime()).not.toHaveAccessibleDescription();
    // The user can insist on it.
    await user.click(shortcut);
    expect(screen.queryByText('too short')).toBeNull();
    expect(shortcut).toHaveAttribute('aria-pressed', 'true');
  });

  test('shows an alert with the request id when the error belongs to no field', async () => {
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(<PageFilterForm />);
    control.failNext({ kind: 'status', status: 418, code: 'TEAPOT' }, { route: 'POST /pages' });
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(applyButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(/Something went wrong. Try again. Error ID: /);
  });

  test('forgets a failure when all filters are cleared', async () => {
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(<PageFilterForm />);
    control.failNext({ kind: 'status', status: 418, code: 'TEAPOT' }, { route: 'POST /pages' });
    await user.click(option('Genres', 'Comedy'));
    await user.click(applyButton());
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('keeps what the user chooses while its page is created, also the filters of before', async () => {
    const user = userEvent.setup();
    const { client } = renderWithDiscovr(<PageFilterForm />);
    const response = deferred<CreatePageResponse>();
    vi.spyOn(client, 'createPage').mockReturnValueOnce(response.promise);
    await user.click(option('Genres', 'Comedy'));
    await user.click(applyButton());
    await screen.findByRole('button', { name: 'Applying…' });
    await user.click(option('Genres', 'Comedy'));
    await act(async () => response.resolve({ id: 'page_1', createdAt: '' }));
    await screen.findByRole('button', { name: 'Apply filters' });
    expect(option('Genres', 'Comedy')).not.toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(option('Genres', 'Comedy')).toBeChecked();
  });

  test('says which part to check when its error is in a part that the app has left out', async () => {
    const user = userEvent.setup();
    const { control } = renderWithDiscovr(
      <PageFilterForm filters={{ with_runtime_gte: 900 }}>
        <PageFilterForm.Genres />
        <PageFilterForm.Actions />
      </PageFilterForm>,
    );
    await user.click(applyButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('Check Runtime, then try again.');
    expect(control.count('POST /pages')).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('keeps the draft, reports nothing and can be applied again when it was hidden while its page was created', async () => {
    const user = userEvent.setup();
    const discovr = createTestDiscovr();
    const response = deferred<CreatePageResponse>();
    const create = vi.spyOn(discovr.client, 'createPage').mockReturnValueOnce(response.promise);
    const onPageCreated = vi.fn();
    const onFiltersChange = vi.fn();
    const app = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <PageFilterForm onPageCreated={onPageCreated} onFiltersChange={onFiltersChange} />
      </Activity>
    );
    const { rerender } = render(app('visible'), { wrapper: discovr.Wrapper });
    await user.click(option('Genres', 'Comedy'));
    await user.click(applyButton());
    await waitFor(() => expect(create).toHaveBeenCalledOnce());
    rerender(app('hidden'));
    response.resolve({ id: 'page_1', createdAt: '' });
    await untilQuiet(discovr);
    rerender(app('visible'));
    expect(option('Genres', 'Comedy')).toBeChecked();
    expect(onPageCreated).not.toHaveBeenCalled();
    expect(onFiltersChange).not.toHaveBeenCalled();
    await user.click(applyButton());
    await waitFor(() => expect(onPageCreated).toHaveBeenCalledOnce());
  });

  test.each([
    ['signedOut', 'Sign in', 'Sign in to apply these filters.'],
    ['signedIn', 'Choose a profile', 'Choose who these filters are for.'],
  ] as const)(
    'is a button that leads to what is missing, and says why, when the session is %s',
    async (session, label, text) => {
      const user = userEvent.setup();
      const onSessionRequired = vi.fn();
      const { control } = renderWithDiscovr(<PageFilterForm onSessionRequired={onSessionRequired} />, { session });
      const button = await screen.findByRole('button', { name: label });
      expect(button).toHaveAccessibleDescription(text);
      await user.click(button);
      expect(onSessionRequired).toHaveBeenCalledExactlyOnceWith(session);
      expect(control.count('POST /pages')).toBe(0);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  test('shows the draft after the sign-in, and applies it only when asked to', async () => {
    const user = userEvent.setup();
    const { Wrapper, client, emulator, control, queryClient } = createTestDiscovr({ session: 'signedOut' });
    const form = () => render(<PageFilterForm onSessionRequired={() => undefined} />, { wrapper: Wrapper });
    // Each view has a form of its own, as when the sign-in leaves the page.
    const before = form();
    await user.click(option('Genres', 'Comedy'));
    await user.type(screen.getByLabelText('Page name'), 'Later');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    before.unmount();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    const between = form();
    await waitFor(() => expect(option('Genres', 'Comedy')).toBeChecked());
    await user.click(screen.getByRole('button', { name: 'Choose a profile' }));
    between.unmount();
    await act(() => client.selectProfile(control.profiles()[0]!.id));
    const after = form();
    await waitFor(() => expect(option('Genres', 'Comedy')).toBeChecked());
    expect(screen.getByLabelText('Page name')).toHaveValue('Later');
    expect(control.count('POST /pages')).toBe(0);
    await user.click(applyButton());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Page “Later” created.'));
    after.unmount();
    form();
    await untilQuiet({ control, queryClient });
    expect(option('Genres', 'Comedy')).not.toBeChecked();
  });

  test('does not keep the draft for the next user when the user signs out before a form is shown again', async () => {
    const user = userEvent.setup();
    const { Wrapper, client, emulator, control, queryClient } = createTestDiscovr({ session: 'signedIn' });
    // The app stays while the form comes and goes.
    const app = (shown: ReactNode) => <Wrapper>{shown}</Wrapper>;
    const { rerender } = render(app(<PageFilterForm onSessionRequired={() => undefined} />));
    await user.click(option('Genres', 'Comedy'));
    await user.click(await screen.findByRole('button', { name: 'Choose a profile' }));
    rerender(app(null));
    await act(() => client.signOut());
    await act(() => client.adoptCredential(emulator.issueCredential()));
    rerender(app(<PageFilterForm onSessionRequired={() => undefined} />));
    expect(await screen.findByRole('button', { name: 'Choose a profile' })).toBeEnabled();
    await untilQuiet({ control, queryClient });
    expect(option('Genres', 'Comedy')).not.toBeChecked();
  });

  test('removes the notice once the user has signed in and chosen a profile', async () => {
    const user = userEvent.setup();
    const { client, emulator, control } = renderWithDiscovr(<PageFilterForm />, { session: 'signedOut' });
    await user.click(applyButton());
    expect(await screen.findByRole('heading', { name: 'You’re not signed in' })).toBeVisible();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    expect(screen.getByRole('heading', { name: 'No profile selected' })).toBeVisible();
    await act(() => client.selectProfile(control.profiles()[0]!.id));
    expect(screen.queryByRole('heading', { name: 'No profile selected' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('mints a new session token and shows no error when the session has expired', async () => {
    const user = userEvent.setup();
    const { control, client } = renderWithDiscovr(<PageFilterForm />);
    await act(() => client.createPage());
    control.expireSession();
    await user.click(applyButton());
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Page created.'));
    expect(control.count('POST /auth/session-token')).toBe(2);
  });
});

test('the fields of the runtime are named with their unit, in each language', async () => {
  const { unmount } = renderWithDiscovr(<PageFilterForm />);
  expect(screen.getByRole('spinbutton', { name: 'At least, minutes' })).toBeVisible();
  expect(screen.getByRole('spinbutton', { name: 'At most, minutes' })).toBeVisible();
  unmount();
  renderWithDiscovr(<PageFilterForm />, { provider: { locale: 'de', messages: de } });
  expect(screen.getByRole('spinbutton', { name: 'Mindestens, Minuten' })).toBeVisible();
});

test('the button that applies the draft shows the number of its titles as soon as the app knows it', () => {
  const formWith = (titleCount: number | undefined) => (
    <PageFilterForm>
      <PageFilterForm.Actions titleCount={titleCount} />
    </PageFilterForm>
  );
  const { rerender } = renderWithDiscovr(formWith(undefined));
  expect(applyButton()).toHaveTextContent(/^Apply filters$/);
  const texts = [0, 1, 1214].map((titleCount) => {
    rerender(formWith(titleCount));
    return screen.getByRole('button', { name: /^Show/ }).textContent;
  });
  expect(texts).toEqual(['Show 0 titles', 'Show 1 title', 'Show 1,214 titles']);
  rerender(
    <PageFilterForm>
      <PageFilterFormParts titleCount={214} />
    </PageFilterForm>,
  );
  expect(screen.getByRole('button', { name: 'Show 214 titles' })).toBeVisible();
  expect(screen.getByRole('group', { name: 'Genres' })).toBeVisible();
});

test('the button shows no number of titles while a field has an error', async () => {
  renderWithDiscovr(
    <PageFilterForm>
      <PageFilterFormParts titleCount={214} />
    </PageFilterForm>,
  );
  const runtime = screen.getByRole('spinbutton', { name: 'At most, minutes' });
  await userEvent.type(runtime, '700');
  await userEvent.tab();
  expect(await screen.findByText('Enter 600 minutes or less.')).toBeVisible();
  expect(applyButton()).toHaveTextContent(/^Apply filters$/);
  await userEvent.clear(runtime);
  expect(await screen.findByRole('button', { name: 'Show 214 titles' })).toBeVisible();
});

test('the button that clears the draft shows the number of its filters', async () => {
  renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35, 18] }} />);
  const clear = screen.getByRole('button', { name: 'Clear all' });
  expect(clear).toHaveTextContent(/^Clear all \(2\)$/);
  expect(clear).toHaveAccessibleDescription('2 filters');
  await userEvent.click(clear);
  expect(clear).toHaveTextContent(/^Clear all$/);
});

test('the summary is the heading of the form, at the level that the app sets', () => {
  const { rerender } = renderWithDiscovr(<PageFilterForm defaultFilters={{ genres: [35] }} />);
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Comedy movies and series');
  rerender(<PageFilterForm headingLevel={4} defaultFilters={{ genres: [35] }} />);
  expect(screen.getByRole('heading', { level: 4 })).toHaveTextContent('Comedy movies and series');
});
