import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Activity } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { en } from '../../prompts/languages/en.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { PageFilterForm } from './PageFilterForm.js';
import { PageFilterFormParts } from './PageFilterFormDropIn.js';
import { PageFilterFormPrompt, type PageFilterFormPromptProps } from './PageFilterFormPrompt.js';

const LANGUAGES = [en];

/** The speech recognition of a browser: the test says what it hears. */
class FakeRecognizer extends EventTarget {
  static latest: FakeRecognizer;
  static status = 'unavailable';
  static readonly available = vi.fn(async (_options: unknown) => FakeRecognizer.status);
  lang = '';
  interimResults = false;
  processLocally = false;
  readonly start = vi.fn();
  readonly abort = vi.fn((): void => void this.dispatchEvent(new Event('end')));

  constructor() {
    super();
    FakeRecognizer.latest = this;
  }

  emit(name: string, details: object = {}) {
    act(() => void this.dispatchEvent(Object.assign(new Event(name), details)));
  }

  hear(...transcripts: string[]) {
    this.emit('result', { results: transcripts.map((transcript) => [{ transcript }]) });
  }
}

beforeEach(() => {
  FakeRecognizer.available.mockClear();
  FakeRecognizer.status = 'unavailable';
  vi.stubGlobal('SpeechRecognition', FakeRecognizer);
});
afterEach(() => void vi.unstubAllGlobals());

function renderForm(props: Partial<PageFilterFormPromptProps> = {}, locale = 'en') {
  const view = renderWithDiscovr(
    <PageFilterForm createsPage={false}>
      <PageFilterFormPrompt languages={LANGUAGES} voice {...props} />
      <PageFilterFormParts />
    </PageFilterForm>,
    { provider: { locale } },
  );
  return { ...view, user: userEvent.setup() };
}

type User = ReturnType<typeof userEvent.setup>;

const field = () => screen.getByRole('textbox', { name: 'What would you like to watch?' });
const summary = () => screen.getByRole('heading', { level: 2 });
const speak = () => screen.findByRole('button', { name: 'Speak' });

test('fills the field with what the user says, while they say it', async () => {
  const { user } = renderForm();
  await user.click(await speak());
  expect(screen.getByText('Allow access to the microphone, then speak.')).toBeVisible();
  const { latest } = FakeRecognizer;
  expect(latest.start).toHaveBeenCalled();
  expect([latest.lang, latest.interimResults, latest.processLocally]).toEqual(['en-US', true, false]);
  latest.emit('audiostart');
  expect(screen.getByText('Listening…')).toBeVisible();
  latest.hear('funny');
  latest.hear('funny movies', ' under 90 minutes');
  expect(field()).toHaveValue('funny movies under 90 minutes');
  latest.emit('end');
  expect(await speak()).toBeVisible();
  expect(summary()).toHaveTextContent('Comedy movies, up to 90 minutes long');
  expect(screen.queryByText('Didn’t hear anything. Try again, or type.')).toBeNull();
});

test.each([
  ['de', 'de-DE'],
  ['de-AT', 'de-AT'],
  ['zh-Hans', 'zh-CN'],
])('listens in the language %s, on the device where the browser offers that', async (locale, lang) => {
  FakeRecognizer.status = 'available';
  const { user } = renderForm({}, locale);
  await user.click(await speak());
  expect(FakeRecognizer.available).toHaveBeenLastCalledWith({ langs: [lang], processLocally: true });
  expect([FakeRecognizer.latest.lang, FakeRecognizer.latest.processLocally]).toEqual([lang, true]);
});

test('asks the browser nothing before the user wants to speak', async () => {
  renderForm();
  await speak();
  expect(FakeRecognizer.available).not.toHaveBeenCalled();
});

test('does not listen when the user types before the browser has said where it recognizes speech', async () => {
  FakeRecognizer.available.mockReturnValueOnce(new Promise(() => undefined));
  const { user } = renderForm();
  await user.click(await speak());
  await user.type(field(), 'c');
  expect(await speak()).toBeVisible();
  expect(FakeRecognizer.latest.start).not.toHaveBeenCalled();
});

test('listens at once where the browser cannot say where it recognizes speech', async () => {
  vi.stubGlobal(
    'SpeechRecognition',
    class extends FakeRecognizer {
      static override readonly available = undefined as never;
    },
  );
  renderForm();
  fireEvent.click(await speak());
  expect(FakeRecognizer.latest.start).toHaveBeenCalled();
});

test.each([
  ['no-speech', 'Didn’t hear anything. Try again, or type.', true],
  ['not-allowed', 'The microphone is blocked. Allow it in the browser’s settings, or type.', true],
  ['network', 'Voice input isn’t available right now. Type instead.', false],
  ['service-not-allowed', 'Voice input isn’t available right now. Type instead.', false],
])('says what to do after the error %s', async (error, note, staysOffered) => {
  const { user } = renderForm();
  await user.click(await speak());
  FakeRecognizer.latest.emit('error', { error });
  FakeRecognizer.latest.emit('end');
  expect(screen.getByText(note)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Speak' }) !== null).toBe(staysOffered);
  await user.type(field(), 'a');
  expect(screen.queryByText(note)).toBeNull();
});

test('gives the focus to the field when the button is not offered any longer', async () => {
  const { user } = renderForm();
  const button = await speak();
  await user.click(button);
  expect(button).toHaveFocus();
  FakeRecognizer.latest.emit('error', { error: 'network' });
  expect(field()).toHaveFocus();
});

test('says that nothing was heard when the browser ends without words', async () => {
  const { user } = renderForm();
  await user.click(await speak());
  FakeRecognizer.latest.emit('audiostart');
  FakeRecognizer.latest.emit('end');
  expect(screen.getByText('Didn’t hear anything. Try again, or type.')).toBeVisible();
});

test('stops listening when the user types, presses the button again, or leaves', async () => {
  const { user, unmount } = renderForm();
  await user.click(await speak());
  await user.type(field(), 'c');
  expect(FakeRecognizer.latest.abort).toHaveBeenCalledTimes(1);
  FakeRecognizer.latest.hear('too late');
  expect(field()).toHaveValue('c');

  await user.click(await speak());
  await user.click(screen.getByRole('button', { name: 'Stop listening' }));
  expect(FakeRecognizer.latest.abort).toHaveBeenCalledTimes(1);
  expect(screen.queryByText(/microphone|Didn’t hear/)).toBeNull();

  await user.click(await speak());
  unmount();
  expect(FakeRecognizer.latest.abort).toHaveBeenCalledTimes(1);
});

test('can listen again after the browser has listened for another tab', async () => {
  const { user } = renderForm();
  await user.click(await speak());
  FakeRecognizer.latest.emit('audiostart');
  FakeRecognizer.latest.emit('error', { error: 'aborted' });
  expect(await speak()).toBeVisible();
  expect(screen.queryByText(/isn’t available/)).toBeNull();
});

test('can listen again in a form that was hidden and is shown again', async () => {
  const user = userEvent.setup();
  const formIn = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <PageFilterForm createsPage={false}>
        <PageFilterFormPrompt languages={LANGUAGES} voice />
      </PageFilterForm>
    </Activity>
  );
  const { rerender } = renderWithDiscovr(formIn('visible'));
  await user.click(await speak());
  FakeRecognizer.latest.emit('audiostart');
  // Browsers report later, as an error, that a recognition was aborted.
  FakeRecognizer.latest.abort.mockReturnValue(undefined);
  rerender(formIn('hidden'));
  FakeRecognizer.latest.emit('error', { error: 'aborted' });
  rerender(formIn('visible'));
  expect(await speak()).toBeVisible();
});

const never = () => new Promise<never>(() => undefined);
const pressEnter = (user: User) => user.type(field(), '{Enter}');
const clickApply = (user: User) => user.click(screen.getByRole('button', { name: 'Apply filters' }));

test.each([
  ['Enter', {}, pressEnter],
  ['Enter while the answer of a model is awaited', { interpret: never }, pressEnter],
  ['a click on Apply', {}, clickApply],
])('stops listening on %s, so that later words do not change what is applied', async (_how, props, apply) => {
  const { user } = renderForm(props);
  await user.click(await speak());
  FakeRecognizer.latest.hear('funny movies');
  await apply(user);
  expect(FakeRecognizer.latest.abort).toHaveBeenCalledTimes(1);
  FakeRecognizer.latest.hear('funny movies from the radio');
  expect(field()).toHaveValue('funny movies');
  expect(await speak()).toBeVisible();
});

test('has no button where the browser cannot listen, and none without the prop', async () => {
  const { unmount } = renderForm({ voice: false });
  await act(async () => undefined);
  expect(screen.queryByRole('button', { name: 'Speak' })).toBeNull();
  unmount();
  vi.unstubAllGlobals();
  renderForm();
  await act(async () => undefined);
  expect(screen.queryByRole('button', { name: 'Speak' })).toBeNull();
});
