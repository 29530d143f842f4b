import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { emulatorVocabulary } from '../src/emulator/index.js';
import { PageFilterForm, PageFilterFormParts, PageFilterFormPrompt } from '../src/index.js';
import { de } from '../src/prompts/languages/de.js';
import { en } from '../src/prompts/languages/en.js';
import { CountedParts } from './support/CountedParts.js';
import { LiveField } from './support/LiveField.js';
import './support/page.css';

const LANGUAGES = [en, de];
const vocabulary = emulatorVocabulary();

/** A field above the form that reads a wish in plain words. It fills the form while the user types. */
const meta = {
  title: 'Filter form/In plain words',
  component: PageFilterFormPrompt,
  args: { languages: LANGUAGES },
  argTypes: { languages: { control: false } },
  render: (args) => (
    <main className="sheet">
      <PageFilterForm>
        <PageFilterFormPrompt {...args} />
        <CountedParts />
      </PageFilterForm>
    </main>
  ),
} satisfies Meta<typeof PageFilterFormPrompt>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Before the user types, three examples can be chosen. */
export const Empty: Story = { tags: ['screens'] };

/** Chips show what was understood. Removing one removes its words. */
export const Understood: Story = {
  tags: ['screens'],
  play: async ({ userEvent }) => {
    const field = screen.getAllByRole('textbox')[0]!;
    await userEvent.type(field, 'a funny film under 100 minutes on Netflix');
    await expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'Comedy movies, up to 100 minutes long, on Netflix',
    );
  },
};

/** What cannot be a filter is said once the user stops typing. A wish without a number is offered as a choice. */
export const NotUnderstood: Story = {
  args: { onUnknown: () => undefined },
  play: async ({ userEvent }) => {
    await userEvent.type(screen.getAllByRole('textbox')[0]!, 'xyzzy movies, not too long, without horror');
    await waitFor(() => expect(screen.getByText('Not understood')).toBeVisible());
  },
};

/** Where the vocabulary can search keywords, words that were not understood can become one. */
export const Keywords: Story = {
  render: (args) => (
    <main className="sheet">
      <PageFilterForm vocabulary={vocabulary}>
        <PageFilterFormPrompt {...args} />
        <PageFilterFormParts />
      </PageFilterForm>
    </main>
  ),
  play: async ({ userEvent }) => {
    await userEvent.type(screen.getAllByRole('textbox')[0]!, 'funny movies with a robot');
    await userEvent.click(await screen.findByRole('button', { name: 'Search keywords' }));
    await waitFor(() => expect(screen.getByText(/^\d+ results?$/)).toBeVisible());
  },
};

/** The app's own model reads what the word lists do not know. Its answer replaces the first reading. */
export const WithModel: Story = {
  args: { interpret: async (_text, { filters }) => ({ ...filters, genres: [35, 14], with_runtime_lte: 110 }) },
  play: async ({ userEvent }) => {
    await userEvent.type(screen.getAllByRole('textbox')[0]!, 'a film like the princess bride');
    await waitFor(() => expect(screen.getByRole('list', { name: 'Understood' })).toHaveTextContent('Up to 110 min'));
  },
};

/** A button for speech, where the browser recognizes it. */
export const Voice: Story = { args: { voice: true } };

/** What is understood, and what is not, in each language. */
export const EachLanguage: Story = { parameters: { withoutProvider: true }, render: () => <LiveField /> };
