import { act, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useFormContext } from 'react-hook-form';
import { expect, test, vi } from 'vitest';
import type { PageFilterFormValues } from '../../filters/formValues.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import { usePageFilterForm, usePageFilterFormContext } from './usePageFilterForm.js';

test('usePageFilterForm returns the current draft as filters, as chips and as a sentence', async () => {
  const { Wrapper } = createTestDiscovr();
  const { result } = renderHook(() => usePageFilterForm({ defaultFilters: { genres: [35] } }), { wrapper: Wrapper });
  expect(result.current.summary).toBe('Comedy movies and series');
  act(() => result.current.setMediaType('movie'));
  act(() => result.current.setRange('runtime', '', '100'));
  act(() => result.current.setChoice('watchProviders', { id: '8', label: 'Netflix' }, true));
  expect(result.current.summary).toBe('Comedy movies, up to 100 minutes long, on Netflix');
  expect(result.current.draftFilters).toEqual({
    genres: [35],
    media_type: 'movie',
    with_runtime_lte: 100,
    with_watch_providers: ['8'],
  });
  expect(result.current.activeFilters.map(({ label }) => label)).toEqual([
    'Movies',
    'Netflix',
    'Comedy',
    'Up to 100 min',
  ]);
  expect(result.current.appliedFilters).toEqual({ genres: [35] });
  act(() => result.current.removeFilter({ kind: 'runtime' }));
  act(() => result.current.clearChoices('genres'));
  expect(result.current.summary).toBe('Movies, on Netflix');
});

test('apply() creates the page and makes the draft the applied filters', async () => {
  const onPageCreated = vi.fn();
  const { Wrapper } = createTestDiscovr();
  const { result } = renderHook(() => usePageFilterForm({ onPageCreated }), { wrapper: Wrapper });
  act(() => result.current.setChoice('genres', { id: '27', label: 'Horror' }, true));
  await act(() => result.current.apply());
  await waitFor(() => expect(result.current.status).toBe('created'));
  expect(result.current.page).toBe(onPageCreated.mock.calls[0]?.[0]);
  expect(result.current.appliedFilters).toEqual({ genres: [27] });
  act(() => result.current.clear());
  act(() => result.current.reset());
  expect(result.current.draftFilters).toEqual({ genres: [27] });
});

test('a choice can be set by its id alone, which is text, and has its name from the vocabulary', () => {
  const { Wrapper } = createTestDiscovr();
  const { result } = renderHook(() => usePageFilterForm(), { wrapper: Wrapper });
  act(() => result.current.setChoice('genres', '35', true));
  expect(result.current.draftFilters).toEqual({ genres: [35] });
  expect(result.current.activeFilters).toMatchObject([{ kind: 'genres', id: '35', label: 'Comedy' }]);
  act(() => result.current.setChoice('genres', '35', false));
  expect(result.current.draftFilters).toEqual({});
});

test('apply() calls the callbacks of the latest render, also when the app renders while the page is created', async () => {
  const render = () => ({ onFiltersChange: vi.fn(), onPageCreated: vi.fn() });
  const [first, second] = [render(), render()];
  const { Wrapper, control } = createTestDiscovr();
  const { result, rerender } = renderHook(usePageFilterForm, { wrapper: Wrapper, initialProps: first });
  act(() => result.current.setChoice('genres', { id: '27', label: 'Horror' }, true));
  control.setLatency(40);
  let applying: Promise<void> | undefined;
  act(() => {
    applying = result.current.apply();
  });
  await waitFor(() => expect(result.current.status).toBe('creating'));
  rerender(second);
  await act(() => applying);
  expect(second.onFiltersChange).toHaveBeenCalledExactlyOnceWith({ genres: [27] }, { reason: 'apply' });
  expect(second.onPageCreated).toHaveBeenCalledOnce();
  expect(first.onFiltersChange).not.toHaveBeenCalled();
  expect(first.onPageCreated).not.toHaveBeenCalled();
});

test('the methods are the same functions after the draft changes', () => {
  const { Wrapper } = createTestDiscovr();
  const { result } = renderHook(() => usePageFilterForm(), { wrapper: Wrapper });
  const { apply, setChoice, reset } = result.current;
  act(() => result.current.setMediaType('tv'));
  expect(result.current).toMatchObject({ apply, setChoice, reset });
});

test('custom parts inside the form show and edit its draft', async () => {
  const user = userEvent.setup();
  const onPageCreated = vi.fn();
  function OwnField() {
    const { register } = useFormContext<PageFilterFormValues>();
    const { setChoice, summary } = usePageFilterFormContext();
    return (
      <>
        <h2>{summary}</h2>
        <input aria-label="Title of my page" {...register('name')} />
        <button type="button" onClick={() => setChoice('genres', { id: '16', label: 'Animation' }, true)}>
          Something drawn
        </button>
      </>
    );
  }
  renderWithDiscovr(
    <PageFilterForm onPageCreated={onPageCreated}>
      <OwnField />
      <PageFilterForm.Actions />
    </PageFilterForm>,
  );
  await user.type(screen.getByLabelText('Title of my page'), 'Toons');
  await user.click(screen.getByRole('button', { name: 'Something drawn' }));
  expect(screen.getByRole('heading', { name: 'Animation movies and series' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Apply filters' }));
  await waitFor(() =>
    expect(onPageCreated).toHaveBeenCalledWith(expect.anything(), { name: 'Toons', pageFilters: { genres: [16] } }),
  );
});

test('a part that is rendered outside a form throws an error that names the required parent', () => {
  expect(() => renderWithDiscovr(<PageFilterForm.Genres />)).toThrow('Render it inside <PageFilterForm>');
});
