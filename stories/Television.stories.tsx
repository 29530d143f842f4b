import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { RemoteControl } from '../src/index.js';
import { JourneyApp } from '../test/journey/JourneyApp.js';
import { OnScreenRemote } from './support/OnScreenRemote.js';
import type { DiscovrParameters } from './support/storyDiscovr.js';
import './support/page.css';

/** A complete app that is operated only with arrow keys, OK and Back. Click the remote control, or use the keyboard. */
const meta = {
  title: 'Television',
  component: RemoteControl,
  args: { children: <JourneyApp history="none" isTelevision /> },
  render: (args) => (
    <OnScreenRemote>
      <RemoteControl {...args} />
    </OnScreenRemote>
  ),
  parameters: { discovr: { session: 'active' } satisfies DiscovrParameters },
  // Restores the URL after the story.
  beforeEach() {
    const before = window.location.href;
    return () => window.history.pushState(null, '', before);
  },
} satisfies Meta<typeof RemoteControl>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The first key focuses the hero. From then on, the focus is always on a visible control. */
export const WholeApp: Story = {
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('region', { name: 'Featured' });
    const press = async (name: string) => userEvent.click(canvas.getByRole('button', { name, hidden: true }));
    const details = await canvas.findAllByRole('button', { name: /^Details/ });
    await press('Down');
    await waitFor(() => expect(details[0]).toHaveFocus());
    await press('OK');
    await canvas.findByRole('dialog');
    await press('Back');
    await waitFor(() => expect(details[0]).toHaveFocus());
    await press('Down');
    // A rail that loads has the focus itself, until its first item takes it.
    await waitFor(() => expect(document.activeElement?.closest('li')).toHaveAttribute('data-position', '0'));
    await press('Right');
    await waitFor(() => expect(document.activeElement?.closest('li')).toHaveAttribute('data-position', '1'));
  },
};
