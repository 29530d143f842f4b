import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deferred } from '../../../test/support/promises.js';
import { defaultVocabulary } from '../../filters/vocabulary/defaultVocabulary.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { en } from '../../prompts/languages/en.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import type { PageFilterFormProps } from './PageFilterFormDropIn.js';
import { PageFilterFormParts } from './PageFilterFormDropIn.js';
import { PageFilterFormPrompt, type PageFilterFormPromptProps } from './PageFilterFormPrompt.js';

type Interpret = NonNullable<PageFilterFormPromptProps['interpret']>;

const LANGUAGES = [en];
const names: Readonly<Record<string, string>> = { 12: 'dragon', 13: 'zombie' };
const vocabulary: ReturnType<typeof defaultVocabulary> = {
  ...defaultVocabulary(),
  resolve: (_kind, ids) => ids.flatMap((id) => (names[id] ? [{ id, label: names[id] }] : [])),
};

/** Renders a form whose model answers with what the test resolves. */
function renderForm(interpret: Interpret, props: PageFilterFormProps = {}) {
  const onFiltersChange = vi.fn<NonNullable<PageFilterFormProps['onFiltersChange']>>();
  const view = renderWithDiscovr(
    <PageFilterForm createsPage={false} onFiltersChange={onFiltersChange} {...props} vocabulary={vocabulary}>
      <PageFilterFormPrompt languages={LANGUAGES} interpret={interpret} />
      <PageFilterFormParts />
    </PageFilterForm>,
  );
  const applied = () => onFiltersChange.mock.lastCall?.[0];
  return { ...view, applied, onFiltersChange, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}

/** A model that answers once with a value of any type, as a service on the network does. */
const answering = (answer: unknown) => vi.fn<Interpret>(async () => answer as FilterSpec);

const field = () => screen.getByRole('textbox', { name: 'What would you like to watch?' });
const summary = () => screen.getByRole('heading', { level: 2 }).textContent;
const chips = () => within(screen.getByRole('list', { name: 'Understood' }));
const understood = () =>
  chips()
    .getAllByRole('button')
    .map(({ textContent }) => textContent?.trim());
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const isReading = () => screen.queryByText('Reading your wish…') !== null;

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

test('asks the model when the text has rested, shows the own reading until then, and shows its answer', async () => {
  const answer = deferred<FilterSpec>();
  const interpret = vi.fn<Interpret>(() => answer.promise);
  const { user } = renderForm(interpret);
  await user.type(field(), 'a funny film like the hobbit');
  expect(summary()).toBe('Comedy movies');
  await waitFor(() => expect(interpret).toHaveBeenCalledTimes(1));
  const [text, { signal, filters }] = interpret.mock.lastCall!;
  expect([text, signal.aborted, filters]).toEqual([
    'a funny film like the hobbit',
    false,
    { genres: [35], media_type: 'movie' },
  ]);
  expect(isReading()).toBe(true);
  expect(screen.queryByText(/Not understood/)).toBeNull();

  answer.resolve({ genres: [35, 14], keywords: [12], media_type: 'movie' });
  await waitFor(() => expect(understood()).toEqual(['funny → Comedy', 'film → Movies', 'Fantasy', 'dragon']));
  expect(summary()).toBe('Comedy or Fantasy movies, about dragon');
  expect(isReading()).toBe(false);

  await user.click(chips().getByRole('button', { name: 'Remove Fantasy' }));
  expect(field()).toHaveValue('a funny film like the hobbit');
  expect(summary()).toBe('Comedy movies, about dragon');
});

test('waits for the answer on Enter, and applies once', async () => {
  const { user, applied, onFiltersChange } = renderForm(answering({ genres: [14] }));
  await user.type(field(), 'dragons please{Enter}');
  await waitFor(() => expect(onFiltersChange).toHaveBeenCalledTimes(1));
  expect(applied()).toEqual({ genres: [14, 10765] });
});

test.each([
  ['', { isComposing: true }],
  [' in Safari', { keyCode: 229 }],
])('applies nothing when Enter chooses a word of an input method editor%s', async (_where, ofKey) => {
  const { user, onFiltersChange } = renderForm(answering({ genres: [14] }));
  await user.type(field(), 'funny');
  fireEvent.keyDown(field(), { key: 'Enter', ...ofKey });
  await waitFor(() => expect(understood()).toEqual(['Fantasy']));
  expect(onFiltersChange).not.toHaveBeenCalled();
});

test('applies its own reading at once when Enter is pressed again', async () => {
  const interpret = vi.fn<Interpret>(() => new Promise(() => undefined));
  const { user, applied, onFiltersChange } = renderForm(interpret);
  await user.type(field(), 'comedies{Enter}');
  expect(onFiltersChange).not.toHaveBeenCalled();
  await user.type(field(), '{Enter}');
  await waitFor(() => expect(applied()).toEqual({ genres: [35] }));
});

test.each<[string, Interpret]>([
  ['rejects', async () => Promise.reject(new Error('no model'))],
  [
    'throws',
    () => {
      throw new Error('no model');
    },
  ],
  ['hangs', () => new Promise(() => undefined)],
  ['answers with nothing', answering(undefined)],
  ['answers with no filters', answering({})],
  ['answers with text', answering('comedy')],
  ['answers with texts for numbers', answering({ genres: ['18'], with_runtime_lte: '90' })],
  ['answers with wrong bounds', answering({ with_runtime_gte: 120, with_runtime_lte: 90 })],
  ['answers with 100,000 ids', answering({ genres: Array.from({ length: 1e5 }, (_, id) => id) })],
  ['answers with unknown ids only', answering({ genres: [424242], keywords: [99], region: ['XX'] })],
])('keeps its own reading when the model %s, and applies it on Enter', async (_case, interpret) => {
  const { user, applied } = renderForm(interpret);
  await user.type(field(), 'comedies{Enter}');
  await pass(2_500);
  await waitFor(() => expect(applied()).toEqual({ genres: [35] }));
  expect(isReading()).toBe(false);
});

test('takes only what it knows from an answer', async () => {
  const { user } = renderForm(
    answering({
      genres: [35, 10765, 424242],
      keywords: [12, 99],
      media_type: 'movie',
      region: ['DE', 'XX'],
      with_watch_providers: ['8', 'none', '283'],
      __proto__: { evil: true },
      name: 'Drop table',
    }),
  );
  await user.type(field(), 'something{Enter}');
  await waitFor(() => expect(summary()).toBe('Comedy movies, about dragon, on Crunchyroll or Netflix in Germany'));
});

test.each([
  ['something without zombies or horror', { genres: [27, 18], keywords: [12, 13] }],
  ['no horror, but dragons', { genres: [27, 18], keywords: [12] }],
  ['horror-free drama with a dragon', { genres: [27, 18], keywords: [12] }],
])('never applies what the text excludes: %s', async (text, answer) => {
  const { user } = renderForm(answering({ ...answer, media_type: 'movie' }));
  await user.type(field(), `${text}{Enter}`);
  await waitFor(() => expect(summary()).toBe('Drama movies, about dragon'));
});

test('drops an answer that comes after 2.5 seconds', async () => {
  const answer = deferred<FilterSpec>();
  const interpret = vi.fn<Interpret>(() => answer.promise);
  const { user } = renderForm(interpret);
  await user.type(field(), 'comedies');
  await waitFor(() => expect(interpret).toHaveBeenCalled());
  await pass(2_500);
  expect(interpret.mock.lastCall![1].signal.aborted).toBe(true);
  answer.resolve({ genres: [18] });
  await pass(100);
  expect(summary()).toBe('Comedy movies and series');
});

test('aborts the question when the text changes or the form is unmounted', async () => {
  const interpret = vi.fn<Interpret>(() => new Promise(() => undefined));
  const { user, unmount } = renderForm(interpret);
  const aborted = () => interpret.mock.calls.map(([text, { signal }]) => `${text} ${signal.aborted}`);
  await user.type(field(), 'comedies');
  await waitFor(() => expect(aborted()).toEqual(['comedies false']));
  await user.type(field(), '!');
  expect(aborted()).toEqual(['comedies true']);
  await waitFor(() => expect(aborted()).toEqual(['comedies true', 'comedies! false']));
  unmount();
  expect(aborted()).toEqual(['comedies true', 'comedies! true']);
});

test('drops the answer when the user changes the form or removes a chip before it comes', async () => {
  const answer = deferred<FilterSpec>();
  const interpret = vi.fn<Interpret>(() => answer.promise);
  const { user, onFiltersChange } = renderForm(interpret);
  await user.type(field(), 'comedies on Netflix{Enter}');
  await waitFor(() => expect(interpret).toHaveBeenCalledTimes(1));
  await user.click(screen.getByRole('checkbox', { name: 'Drama' }));
  expect(isReading()).toBe(false);
  answer.resolve({ genres: [27] });
  await pass(100);
  expect(summary()).toBe('Comedy or Drama movies and series, on Netflix');

  await user.click(chips().getByRole('button', { name: 'Remove Netflix' }));
  await pass(0);
  expect(summary()).toBe('Comedy or Drama movies and series');
  expect(onFiltersChange).not.toHaveBeenCalled();
});

test('asks no model for an empty field', async () => {
  const interpret = answering({ genres: [18] });
  const { user } = renderForm(interpret);
  await user.type(field(), ' {Enter}');
  await pass(3_000);
  expect(interpret).not.toHaveBeenCalled();
});
