import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { JourneyApp } from '../test/journey/JourneyApp.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';
import './support/page.css';

/** A complete app on the emulator, from sign-in by code to a liked title. */
const meta = {
  title: 'Whole app',
  component: JourneyApp,
  args: { history: 'none', isTelevision: true },
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
  // Restores the URL after the story.
  beforeEach() {
    const before = window.location.href;
    return () => window.history.pushState(null, '', before);
  },
} satisfies Meta<typeof JourneyApp>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Signs in by code, chooses a profile, filters, opens a destination, likes a title and goes back. */
export const Journey: Story = {
  tags: ['engines'],
  play: async ({ canvas, canvasElement, userEvent, loaded }) => {
    const { control } = (loaded as { discovr: StoryDiscovr }).discovr;
    const findRail = (type: string) =>
      waitFor(() => {
        const rail = canvasElement.querySelector<HTMLElement>(`.discovr-Rail[data-type="${type}"][data-state="ready"]`);
        // A rail that was scrolled past too quickly has not loaded its items.
        const passed = canvasElement.querySelector(`.discovr-Rail[data-type="${type}"][data-row-id]`);
        if (!rail && passed) passed.scrollIntoView({ block: 'center' });
        else if (!rail) window.scrollBy(0, 400);
        if (!rail) throw new Error(`No rail of type "${type}" has loaded yet.`);
        return rail;
      });

    const code = await waitFor(() => {
      const shown = canvasElement.querySelector('.discovr-DeviceSignIn-code > [aria-hidden]')?.textContent;
      if (!shown) throw new Error('The code has not loaded yet.');
      return shown.replaceAll(' ', '');
    });
    control.approveDevice(code);
    const [profile] = control.profiles();
    await userEvent.click(await canvas.findByRole('button', { name: profile!.name }));

    const { rowId } = await waitFor(() => {
      const first = canvasElement.querySelector<HTMLElement>('.discovr-Rail[data-row-id]');
      if (!first) throw new Error('The rows have not loaded yet.');
      return first.dataset;
    });
    await userEvent.click(await canvas.findByRole('button', { name: /^Filters/ }));
    await userEvent.click(within(await canvas.findByRole('dialog')).getByRole('checkbox', { name: 'Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Show titles' }));
    await waitFor(() => expect(window.location.search).toContain('f.genres=35'));
    // The previous page stays until the filtered page has loaded. Each page has rows of its own.
    await waitFor(() => expect(canvasElement.querySelector(`[data-row-id="${rowId}"]`)).toBeNull());

    const [destination] = within(await findRail('navigation')).getAllByRole('button');
    const name = destination!.textContent;
    await userEvent.click(destination!);
    await expect(await canvas.findByRole('heading', { level: 1, name })).toHaveFocus();

    const [card] = within(await findRail('media')).getAllByRole('button');
    await userEvent.click(card!);
    const like = await canvas.findByRole('button', { name: 'Like' });
    // The button is disabled until the ratings of the profile have loaded.
    await waitFor(() => expect(like).toBeEnabled());
    await userEvent.click(like);
    await waitFor(() => expect(like).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(control.count('POST /profile/liked')).toBe(1));
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));
    // Until the sheet has closed, the page behind it is inert for a user, but not for simulated clicks.
    await waitFor(() => expect(canvasElement.ownerDocument.querySelector('dialog[open]')).toBeNull());

    await userEvent.click(canvas.getByRole('button', { name: /^Back/ }));
    await waitFor(() => expect(document.activeElement).toHaveTextContent(name));
  },
};

/** With the profile of the last visit, the page loads without a sign-in. */
export const ReturningUser: Story = {
  tags: ['screens'],
  parameters: { discovr: { session: 'active' } satisfies DiscovrParameters },
};
