import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor, within } from 'storybook/test';
import { PageFilterForm, SessionDialog } from '../src/index.js';
import { emulatorVocabulary } from '../src/emulator/emulatorVocabulary.js';
import { CountedParts } from './support/CountedParts.js';
import { filledFilters } from './support/filledFilters.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';

/** Every state of the filter form. The toolbar changes theme, language, direction, latency, faults and text spacing. */
const meta = {
  title: 'Filter form',
  component: PageFilterForm,
  render: (args) => (
    <main className="sheet">
      <PageFilterForm {...args} />
    </main>
  ),
} satisfies Meta<typeof PageFilterForm>;

export default meta;

type Story = StoryObj<typeof meta>;
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas'];

const discovr = (parameters: DiscovrParameters) => ({ discovr: parameters });
const apply = (canvas: Canvas) => canvas.getByRole('button', { name: /^(Apply filters|Show [\d,]+ titles?)$/ });
/** A real click on a button leaves no focus ring, but that of a script does. */
const hideRing = (canvas: Canvas) => canvas.getByRole('button', { name: /^(Applying|Show [\d,]+ titles)/ }).blur();
/** The app counts the titles of the draft. */
const counted = { children: <CountedParts /> };
const choose = (canvas: Canvas, group: string, name: string) =>
  within(canvas.getByRole('group', { name: group })).getByRole('checkbox', { name });

/** Without choices, the form creates a page based only on the taste of the profile. */
export const Empty: Story = {
  args: counted,
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText('All movies and series')).toBeVisible();
    await userEvent.click(apply(canvas));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Page created.'));
    hideRing(canvas);
  },
};

/** When the form starts with filters, they are chosen, and a sentence names them. */
export const Filled: Story = {
  tags: ['engines'],
  args: { ...counted, defaultFilters: filledFilters, defaultName: 'Friday night' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(choose(canvas, 'Genres', 'Comedy'));
    await expect(choose(canvas, 'Genres', 'Comedy')).not.toBeChecked();
    await userEvent.click(canvas.getByRole('button', { name: 'Undo changes' }));
    await expect(choose(canvas, 'Genres', 'Comedy')).toBeChecked();
    hideRing(canvas);
    const genres = canvas.getByRole('group', { name: 'Genres' });
    const middleOf = (part: string) => {
      const { top, bottom } = genres.querySelector(`.discovr-FilterGroup-${part}`)!.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    // The name of a group and its count must be on one line.
    await expect(Math.abs(middleOf('legend') - middleOf('count'))).toBeLessThan(6);
  },
};

/** When the minimum runtime is higher than the maximum, both fields are marked, and the one edited last has the focus. */
export const Validating: Story = {
  tags: ['engines'],
  args: {
    ...counted,
    defaultFilters: { media_type: 'movie', genres: [35, 18], region: ['DE'], with_watch_providers: ['8', '337'] },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText('At most, minutes'), '90');
    await userEvent.type(canvas.getByLabelText('At least, minutes'), '120');
    await userEvent.click(apply(canvas));
    await expect(await canvas.findByText(/The minimum can’t be higher than the maximum/)).toBeVisible();
    await expect(canvas.getByLabelText('At least, minutes')).toHaveFocus();
    await expect(canvas.getByLabelText('At least, minutes')).toHaveAccessibleDescription(/can’t be higher/);
    await expect(canvas.getByLabelText('At most, minutes')).toHaveAttribute('aria-invalid', 'true');
    await expect(canvas.getByRole('button', { name: 'Clear all' })).toHaveTextContent('Clear all (7)');
  },
};

/** Browsers report a partly typed date as empty. The form detects this and does not treat it as "no date". */
export const HalfTypedDate: Story = {
  play: async ({ canvas, userEvent }) => {
    const from = canvas.getByLabelText<HTMLInputElement>('From');
    await userEvent.click(from);
    // A script cannot type into a date field, so it sets the resulting validity.
    Object.defineProperty(from, 'validity', { configurable: true, value: { badInput: true } });
    await fireEvent.focusOut(from);
    await expect(await canvas.findByText('Enter a complete date.')).toBeVisible();
  },
};

/** While the page is being created, the button says so, keeps its width and ignores further clicks. */
export const Creating: Story = {
  tags: ['screens'],
  args: { ...counted, defaultFilters: filledFilters },
  parameters: discovr({ setUp: ({ control }) => control.failNext({ kind: 'hang' }, { route: 'POST /pages' }) }),
  play: async ({ canvas, userEvent, loaded }) => {
    const button = apply(canvas);
    const { width } = button.getBoundingClientRect();
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveTextContent('Applying…'));
    await expect(button.getBoundingClientRect().width).toBe(width);
    await userEvent.click(button);
    const { control } = (loaded as { discovr: StoryDiscovr }).discovr;
    await waitFor(() => expect(control.count('POST /pages')).toBe(1));
    hideRing(canvas);
  },
};

/** When Discovr rejects one field, the error is shown under this field and the input is kept. */
export const ServerErrorOnField: Story = {
  tags: ['screens'],
  args: { ...counted, defaultFilters: filledFilters, defaultName: 'Friday night' },
  parameters: discovr({
    setUp: ({ control }) => {
      const message = 'Enter 130 minutes or more. Nothing shorter matches.';
      const issues = [{ path: ['pageFilters', 'with_runtime_lte'], message }];
      control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues }, { route: 'POST /pages' });
    },
  }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(apply(canvas));
    await expect(await canvas.findByText(/^Enter 130 minutes or more/)).toBeVisible();
    await expect(canvas.getByLabelText('At most, minutes')).toHaveFocus();
    await expect(canvas.getByLabelText('Page name')).toHaveValue('Friday night');
  },
};

/** Without a network, the form shows an error after the last retry and keeps the draft. */
export const Offline: Story = {
  args: { defaultFilters: filledFilters },
  parameters: discovr({ setUp: ({ control }) => control.setOffline(true) }),
  play: async ({ canvas, userEvent, loaded }) => {
    await userEvent.click(apply(canvas));
    const alert = await canvas.findByText(/Can’t connect/);
    await expect(alert).toBeVisible();
    const { control } = (loaded as { discovr: StoryDiscovr }).discovr;
    control.setOffline(false);
    await userEvent.click(apply(canvas));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Page created.'));
    control.setOffline(true);
    await userEvent.click(apply(canvas));
    await canvas.findByText(/Can’t connect/);
  },
};

/** Signed-out users can fill in the form. Its main button then leads to the sign-in, and the draft is kept. */
export const NotSignedIn: Story = {
  tags: ['screens'],
  parameters: discovr({ session: 'signedOut' }),
  render: (args) => (
    <main className="sheet">
      <SessionDialog>
        <PageFilterForm {...args} />
      </SessionDialog>
    </main>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(choose(canvas, 'Genres', 'Comedy'));
    const button = await canvas.findByRole('button', { name: 'Sign in' });
    await expect(button).toHaveAccessibleDescription('Sign in to apply these filters.');
    await userEvent.click(button);
    await userEvent.click(await canvas.findByRole('button', { name: 'Close' }));
    await expect(choose(canvas, 'Genres', 'Comedy')).toBeChecked();
  },
};

/** Where nothing would show the sign-in, "Apply filters" says what is missing. */
export const NowhereToSignIn: Story = {
  parameters: discovr({ session: 'signedOut' }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(choose(canvas, 'Genres', 'Comedy'));
    await userEvent.click(apply(canvas));
    await expect(await canvas.findByRole('heading', { name: 'You’re not signed in' })).toBeVisible();
    await expect(choose(canvas, 'Genres', 'Comedy')).toBeChecked();
  },
};

/** Without an active profile, "Apply filters" asks the user to choose one. */
export const NoProfile: Story = {
  parameters: discovr({ session: 'signedIn' }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(apply(canvas));
    await expect(await canvas.findByRole('heading', { name: 'No profile selected' })).toBeVisible();
  },
};

/** When the refresh token was revoked elsewhere, "Apply filters" asks the user to sign in again. */
export const RefreshTokenRefused: Story = {
  args: { defaultFilters: filledFilters },
  parameters: discovr({ setUp: ({ control }) => control.revoke() }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(apply(canvas));
    await expect(await canvas.findByRole('heading', { name: 'You’ve been signed out' })).toBeVisible();
  },
};

/** When a choice does not apply to a newly chosen type or region, the form removes it and shows its name. */
export const DroppedChoices: Story = {
  args: { defaultFilters: { genres: [10764, 35], region: ['US'], with_watch_providers: ['15', '8'] } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: 'Movies' }));
    const genres = canvas.getByRole('group', { name: 'Genres' });
    await expect(within(genres).getByText(/don’t apply to this type: Reality/)).toBeVisible();
    await expect(choose(canvas, 'Genres', 'Comedy')).toBeChecked();
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search regions' }), 'germ');
    await userEvent.click(choose(canvas, 'Regions', 'Germany'));
    await userEvent.click(choose(canvas, 'Regions', 'United States'));
    const providers = canvas.getByRole('group', { name: 'Watch providers' });
    await expect(within(providers).getByText(/not available in the selected regions: Hulu/)).toBeVisible();
    await expect(choose(canvas, 'Watch providers', 'Netflix')).toBeChecked();
  },
};

/** The legend of the watch providers names the regions on which they depend, and its button leads to them. */
export const ProvidersInRegion: Story = {
  args: { defaultFilters: { region: ['DE'] } },
  play: async ({ canvas, userEvent }) => {
    const providers = within(canvas.getByRole('group', { name: 'Watch providers' }));
    await expect(providers.getByText('in Germany')).toBeVisible();
    await userEvent.click(providers.getByRole('button', { name: 'Change' }));
    await expect(canvas.getByRole('searchbox', { name: 'Search regions' })).toHaveFocus();
  },
};

/** While all types are shown, a genre of films and its twin of series are one choice. */
export const TwinGenres: Story = {
  args: { defaultFilters: { genres: [35] } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(choose(canvas, 'Genres', 'Action'));
    await expect(canvas.getByRole('heading', { name: 'Action or Comedy movies and series' })).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: 'Series' }));
    await expect(choose(canvas, 'Genres', 'Action & Adventure')).toBeChecked();
  },
};

/** The list of watch providers starts with twelve, the chosen ones first. */
export const AllProviders: Story = {
  args: { defaultFilters: { with_watch_providers: ['188'] } },
  play: async ({ canvas, userEvent }) => {
    const providers = within(canvas.getByRole('group', { name: 'Watch providers' }));
    await expect(providers.getAllByRole('checkbox')[0]).toBeChecked();
    await userEvent.click(providers.getByRole('button', { name: 'Show all 18' }));
    await expect(providers.getAllByRole('checkbox')).toHaveLength(18);
  },
};

/** The keyword search runs after a pause in typing. Chosen keywords stay visible when the search changes. */
export const KeywordSearch: Story = {
  tags: ['engines'],
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search keywords' }), 'time');
    const keywords = canvas.getByRole('group', { name: 'Keywords' });
    await userEvent.click(await within(keywords).findByRole('checkbox', { name: 'time travel' }));
    await userEvent.clear(canvas.getByRole('searchbox', { name: 'Search keywords' }));
    await expect(within(keywords).getByRole('checkbox', { name: 'time travel' })).toBeChecked();
  },
};

/** When the keyword search fails, the list shows an error and a button to try again. */
export const KeywordSearchFailed: Story = {
  args: {
    vocabulary: {
      ...emulatorVocabulary(),
      searchKeywords: () => Promise.reject(new Error('The keyword service is down.')),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search keywords' }), 'heist');
    await expect(await canvas.findByText(/Couldn’t load this list/)).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** While a list of options loads, for example from the server of the app, its group shows placeholders. */
export const VocabularyLoading: Story = {
  tags: ['screens'],
  args: {
    vocabulary: {
      ...emulatorVocabulary(),
      genres: () => new Promise(() => undefined),
      regions: () => new Promise(() => undefined),
      providers: () => new Promise(() => undefined),
    },
  },
  play: async ({ canvas }) => {
    const genres = canvas.getByRole('group', { name: 'Genres' });
    await expect(within(genres).getByText('Loading…')).toBeVisible();
  },
};

const manyGenres = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), label: `Genre ${index}` }));

/** A list of 10,000 options gets a search field and renders only some options, so that typing stays fast. */
export const LongVocabulary: Story = {
  args: { vocabulary: { ...emulatorVocabulary(), genres: () => manyGenres } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search genres' }), '4711');
    await userEvent.click(choose(canvas, 'Genres', 'Genre 4711'));
    await expect(canvas.getByRole('heading', { name: 'Genre 4711 movies and series' })).toBeVisible();
  },
};

/** Long labels, as in translations and custom vocabularies, do not break the layout. */
export const LongLabels: Story = {
  args: {
    defaultFilters: { genres: [1, 2], with_watch_providers: ['x'] },
    vocabulary: {
      ...emulatorVocabulary(),
      genres: () => [
        { id: '1', label: 'Donaudampfschifffahrtsgesellschaftsabenteuerfilm' },
        { id: '2', label: 'Everything with a detective who has retired and is asked for one last case' },
        { id: '3', label: '<img src=x onerror=alert(1)>' },
      ],
      providers: () => [{ id: 'x', label: 'The Very Long Named Streaming Service of the North', color: '#333' }],
    },
  },
};

/** A choice that is not in the vocabulary, for example from an old link, is shown by its id and can be removed. */
export const UnknownChoice: Story = {
  args: { defaultFilters: { genres: [4242], with_watch_providers: ['777'] } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(choose(canvas, 'Genres', '4242'));
    await expect(canvas.queryByRole('checkbox', { name: '4242' })).toBeNull();
  },
};

/** `messages` replaces individual texts of the form. */
export const CustomMessages: Story = {
  args: { messages: { form: { apply: 'Make my page', watchProviders: 'My services', label: 'What do you fancy?' } } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Make my page' })).toBeVisible();
    await expect(canvas.getByRole('group', { name: 'My services' })).toBeVisible();
  },
};

/** In German, messages, names and numbers are localized. */
export const German: Story = {
  args: { ...counted, defaultFilters: filledFilters },
  parameters: discovr({ locale: 'de' }),
};

/** In Arabic the form runs right to left. */
export const ArabicRightToLeft: Story = {
  tags: ['screens'],
  args: { ...counted, defaultFilters: filledFilters },
  parameters: discovr({ locale: 'ar' }),
};

/** The app can force the dark color scheme regardless of the device setting. */
export const Dark: Story = {
  args: { ...counted, defaultFilters: filledFilters },
  parameters: { scheme: 'dark' },
};

/** At 320 px, the width of the smallest phones, the form has one column, and its buttons stay at the bottom. */
export const Narrow: Story = {
  tags: ['not-television'],
  args: { ...counted, defaultFilters: filledFilters },
  render: (args) => (
    <main style={{ inlineSize: 320 }}>
      <PageFilterForm {...args} />
    </main>
  ),
  play: async ({ canvas, canvasElement, userEvent }) => {
    const main = canvasElement.querySelector('main')!;
    // Now there is something to undo.
    await userEvent.click(choose(canvas, 'Genres', 'Comedy'));
    await expect(main.scrollWidth).toBeLessThanOrEqual(320);
    const buttons = [...main.querySelectorAll('.discovr-Actions-bar button')].map((each) =>
      each.getBoundingClientRect(),
    );
    await expect(buttons[1]!.left - buttons[0]!.right).toBeGreaterThanOrEqual(8);
    await expect(canvas.getByRole('button', { name: 'Clear all' })).toHaveTextContent('Clear all (8)');
    await expect(canvas.getByRole('button', { name: 'Undo changes' })).toBeVisible();
  },
};

/** On a television, a density of 1.5 makes everything 50% larger for reading at three meters. */
export const Television: Story = {
  args: { ...counted, defaultFilters: filledFilters },
  render: (args) => (
    <main style={{ '--discovr-density': 1.5 }}>
      <PageFilterForm {...args} />
    </main>
  ),
};

/** One accent color changes the chosen, focused and pressed states. */
export const CustomAccent: Story = {
  tags: ['engines'],
  args: { defaultFilters: filledFilters },
  render: (args) => (
    <main style={{ '--discovr-accent': '#b4235f', '--discovr-radius': '2px' }}>
      <PageFilterForm {...args} />
    </main>
  ),
};

/** `children` selects and reorders the parts of the form, with custom markup in between. */
export const CustomComposition: Story = {
  args: { defaultFilters: { media_type: 'movie' } },
  render: (args) => (
    <main className="sheet">
      <PageFilterForm {...args}>
        <PageFilterForm.MediaType />
        <PageFilterForm.Runtime />
        <p>This form shows watch providers without regions.</p>
        <PageFilterForm.WatchProviders />
        <PageFilterForm.Actions />
      </PageFilterForm>
    </main>
  ),
};
