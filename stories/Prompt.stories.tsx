import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { PageFilterForm, PageFilterFormParts, PageFilterFormPrompt } from '../src/index.js';
import { de } from '../src/prompts/languages/de.js';
import { en } from '../src/prompts/languages/en.js';
import './support/page.css';

const LANGUAGES = [en, de];

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
        <PageFilterFormParts />
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
    await waitFor(() => expect(screen.getByText('Not understood: xyzzy')).toBeVisible(), { timeout: 5000 });
  },
};
