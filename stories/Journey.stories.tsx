import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { JourneyApp } from '../test/journey/JourneyApp.js';
import type { DiscovrParameters, StoryDiscovr } from './support/storyDiscovr.js';
import './support/page.css';

/** A whole app over the embedded Discovr: from signing in by a code to a title that is liked, and back. */
const meta = {
  title: 'Whole app',
  component: JourneyApp,
  args: { history: 'none', isTelevision: true },
  parameters: { discovr: { session: 'signedOut' } satisfies DiscovrParameters },
  // The address belongs to the story, and is taken back when it is left.
  beforeEach() {
    const before = window.location.href;
    return () => window.history.pushState(null, '', before);
  },
} satisfies Meta<typeof JourneyApp>;

export default meta;

type Story = StoryObj<typeof meta>;

const patiently = { timeout: 15_000 };

/** Sign in by a code, choose a profile, filter, go into a destination, like a title, and come back to where one was. */
export const Journey: Story = {
  tags: ['engines'],
  play: async ({ canvas, canvasElement, userEvent, loaded }) => {
    const { control } = (loaded as { discovr: StoryDiscovr }).discovr;
    const findRail = (type: string) =>
      waitFor(() => {
        const rail = canvasElement.querySelector<HTMLElement>(`.discovr-Rail[data-type="${type}"][data-state="ready"]`);
        // A rail that was passed too fast has nothing yet.
        const passed = canvasElement.querySelector(`.discovr-Rail[data-type="${type}"][data-row-id]`);
        if (!rail && passed) passed.scrollIntoView({ block: 'center' });
        else if (!rail) window.scrollBy(0, 400);
        if (!rail) throw new Error(`There is no rail of the type ${type} yet.`);
        return rail;
      }, patiently);

    const code = await waitFor(() => {
      const shown = canvasElement.querySelector('.discovr-DeviceSignIn-code > [aria-hidden]')?.textContent;
      if (!shown) throw new Error('There is no code yet.');
      return shown.replaceAll(' ', '');
    });
    control.approveDevice(code);
    const [profile] = control.profiles();
    await userEvent.click(await canvas.findByRole('button', { name: profile!.name }, patiently));

    await userEvent.click(await canvas.findByRole('button', { name: /^Filters/ }, patiently));
    await userEvent.click(within(await canvas.findByRole('dialog')).getByRole('checkbox', { name: 'Comedy' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Apply filters' }));
    await waitFor(() => expect(window.location.search).toContain('f.genres=35'), patiently);
    // Until the filtered page is there, the one before stays.
    await waitFor(() => expect(canvasElement.querySelector('.discovr-DiscovrPage[aria-busy]')).toBeNull(), patiently);

    const [destination] = within(await findRail('navigation')).getAllByRole('button');
    const name = destination!.textContent;
    await userEvent.click(destination!);
    await expect(await canvas.findByRole('heading', { level: 1, name }, patiently)).toHaveFocus();

    const [card] = within(await findRail('media')).getAllByRole('button');
    await userEvent.click(card!);
    const like = await canvas.findByRole('button', { name: 'Like' }, patiently);
    // What the title is to the profile comes a little later.
    await waitFor(() => expect(like).toBeEnabled(), patiently);
    await userEvent.click(like);
    await waitFor(() => expect(like).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(control.count('POST /profile/liked')).toBe(1));
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }));

    await userEvent.click(canvas.getByRole('button', { name: /^Back/ }));
    await waitFor(() => expect(document.activeElement).toHaveTextContent(name), patiently);
  },
};

/** Somebody who was there before: the page is there at once. */
export const WithAProfile: Story = { parameters: { discovr: { session: 'active' } satisfies DiscovrParameters } };
