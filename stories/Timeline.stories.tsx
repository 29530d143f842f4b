import type { Meta, StoryObj } from '@storybook/react-vite';
import { DiscovrTimeline } from '../src/devtools/DiscovrTimeline.js';
import { finishedTrace, manyEvents, timelineTraces } from './support/timelineTraces.js';

/**
 * What a client did and why, for developers: a list with a lane for each subject. Arrow keys move through time and
 * between lanes.
 */
const meta = {
  title: 'Timeline',
  component: DiscovrTimeline,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof DiscovrTimeline>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A visit from the sign-in on. The selected event says why a mint was sent, and who waited for it. */
export const Session: Story = {
  args: { trace: finishedTrace(timelineTraces.session) },
};

/** The server refused the token, and the session of the page had ended: the page is created again. */
export const Healing: Story = { args: { trace: finishedTrace(timelineTraces.healing) } };

/** One tab mints a token, and the other takes it over. Each lane has a row for each tab. */
export const TwoTabs: Story = { args: { trace: finishedTrace(timelineTraces.twoTabs) } };

/** Failed attempts, and a change that is taken back. */
export const Failures: Story = { args: { trace: finishedTrace(timelineTraces.failures) } };

/** Events that are too close to each other share a mark. Only marks near the visible part are in the document. */
export const TenThousandEvents: Story = { args: { trace: finishedTrace(manyEvents(10_000)) } };

/** Nothing has happened yet. */
export const Empty: Story = { args: { trace: finishedTrace([]) } };
