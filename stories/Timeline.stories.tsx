import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { DiscovrTimeline } from '../src/devtools/DiscovrTimeline.js';
import { finishedTrace, manyEvents, timelineTraces } from './support/timelineTraces.js';

/**
 * What a client did and why, for developers: a list with a lane for each subject. Arrow keys move through time and
 * between lanes.
 */
const meta = {
  title: 'Timeline',
  component: DiscovrTimeline,
  // Developers have a keyboard.
  tags: ['not-television'],
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof DiscovrTimeline>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Searches for an event, selects it, and checks what the timeline says about it. */
const selects =
  (query: string, words: string): NonNullable<Story['play']> =>
  async ({ canvas, userEvent }) => {
    const search = canvas.getByRole('searchbox', { name: 'Search events' });
    await userEvent.type(search, query);
    await waitFor(() => expect(canvas.getAllByRole('option').length).toBeLessThan(5));
    await userEvent.click(canvas.getAllByRole('option')[0]!);
    await userEvent.clear(search);
    await canvas.findByText(words);
  };

/** A visit from the sign-in on. The selected event says why a mint was sent, and who waited for it. */
export const Session: Story = {
  args: { trace: finishedTrace(timelineTraces.session) },
  play: selects('28 s', 'Minted because the token had 28 s left; three more calls waited; tab 2 took it over.'),
};

/** The server refused the token, and the session of the page had ended: the page is created again. */
export const Healing: Story = {
  args: { trace: finishedTrace(timelineTraces.healing) },
  play: selects(
    'created again',
    'The session of page “page-1” had ended, so the page was created again with the same filters, as “page-2”. Its rows and titles may differ.',
  ),
};

/** One tab mints a token, and the other takes it over. Each lane has a row for each tab. */
export const TwoTabs: Story = {
  args: { trace: finishedTrace(timelineTraces.twoTabs) },
  play: selects('of another tab', 'Tab 2 took over the session token of this tab instead of minting one.'),
};

/** Failed attempts, and a change that is taken back. */
export const Failures: Story = { args: { trace: finishedTrace(timelineTraces.failures) } };

/** Events that are too close to each other share a mark. Only marks near the visible part are in the document. */
export const TenThousandEvents: Story = { args: { trace: finishedTrace(manyEvents(10_000)) } };

/** The server no longer accepts the refresh token, so the user is signed out. */
export const SignedOut: Story = { args: { trace: finishedTrace(timelineTraces.signedOut) } };

/** Nothing has happened yet. */
export const Empty: Story = { args: { trace: finishedTrace([]) } };
