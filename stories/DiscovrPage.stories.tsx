import { useState } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { DiscovrPage, RemoteControl, SessionDialog, type FilterSpec } from '../src/index.js';
import type { EmulatorFault } from '../src/emulator/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import { endlessBatches } from '../test/support/endlessBatches.js';
import { FadingImage } from './support/FadingImage.js';
import { Localized } from './support/Localized.js';
import './support/page.css';
import type { DiscovrParameters } from './support/storyDiscovr.js';

const comedies: FilterSpec = { genres: [35] };
const nothing: FilterSpec = { genres: [99], with_runtime_lte: 5, region: ['AQ'] };

/** Creates and shows the page of some filters with its hero and rails. */
const meta = {
  title: 'Page/Discovr page',
  component: DiscovrPage,
  args: { href: ({ id }) => `#${id}` },
  render: (args) => (
    <main>
      <DiscovrPage {...args} />
    </main>
  ),
} satisfies Meta<typeof DiscovrPage>;

export default meta;

type Story = StoryObj<typeof meta>;

const failing =
  (route: `GET /${string}`) =>
  ({ control }: TestDiscovr) =>
    control.failNext({ kind: 'status', status: 500 }, { route, times: Number.MAX_SAFE_INTEGER });

const untilFailed: NonNullable<Story['play']> = async ({ canvas }) => {
  await expect(await canvas.findByText(/The service is having trouble/)).toBeVisible();
};

/** Rows load as the user scrolls toward the end of the page. The items of a rail load as it nears the viewport. */
export const Everything: Story = {
  tags: ['engines'],
  args: {
    renderHeroActions: ({ id }) => (
      <>
        <button type="button" className="discovr-Button" data-variant="main" data-icon="play">
          <Localized text="play" />
        </button>
        <a className="discovr-Button" href={`#${id}`}>
          <Localized text="details" />
        </a>
      </>
    ),
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(3));
  },
};

/** A page created with filters and a name. The name is the accessible name of the page. Here, the app also shows it. */
export const Comedies: Story = {
  args: { filters: comedies, name: 'Comedies' },
  render: (args) => (
    <main>
      {/* The hidden heading of the page says the same. */}
      <p className="page-name" aria-hidden="true">
        {args.name}
      </p>
      <DiscovrPage {...args} />
    </main>
  ),
  play: async ({ canvas }) => {
    await canvas.findByRole('group', { name: 'Comedies' });
  },
};

/** With `showCaptions`, titles are visible below the posters. */
export const Captions: Story = { args: { showCaptions: true } };

/** With `renderImage` on the provider, the app renders each image. Here, images fade in and are outlined by kind. */
export const OwnImages: Story = {
  tags: ['screens'],
  parameters: { discovr: { renderImage: (image) => <FadingImage {...image} /> } satisfies DiscovrParameters },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('img[data-kind="poster"][data-loaded]')).not.toBeNull());
    await expect(canvasElement.querySelector('img:not([data-kind])')).toBeNull();
  },
};

/** While the page loads, placeholders reserve the space of the content, so that nothing jumps. */
export const Loading: Story = { args: { filters: null } };

/** When the hero and the rows fail to load, one error replaces the page. */
export const Failed: Story = {
  tags: ['screens'],
  parameters: { discovr: { isOffline: true } },
  render: (args) => <DiscovrPage {...args} pageId="page_1" />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('back online');
  },
};

/** Shows a page, and then applies other filters, whose page cannot be created. */
const otherFilters = (fault: EmulatorFault): Pick<Story, 'render' | 'play'> => ({
  render: function OtherFilters(args) {
    const [filters, setFilters] = useState<FilterSpec>({});
    return (
      <main>
        <div style={{ padding: 20 }}>
          <button type="button" className="discovr-Button" onClick={() => setFilters(comedies)}>
            Comedies
          </button>
        </div>
        <DiscovrPage {...args} filters={filters} />
      </main>
    );
  },
  play: async ({ canvas, canvasElement, loaded, userEvent }) => {
    const hero = () => expect(canvasElement.querySelector('.discovr-Hero[data-state="ready"]')).not.toBeNull();
    await waitFor(hero);
    const { control } = (loaded as { discovr: TestDiscovr }).discovr;
    control.failNext(fault, { route: 'POST /pages', times: Number.MAX_SAFE_INTEGER });
    await userEvent.click(canvas.getByRole('button', { name: 'Comedies' }));
    const page = canvasElement.querySelector('.discovr-DiscovrPage');
    const state = fault.kind === 'hang' ? 'loading' : 'failed';
    await waitFor(() => expect(page).toHaveAttribute('data-previous', state));
    await waitFor(hero);
  },
});

/** While the page of other filters loads, the page stays, and a line at its top shows that something is under way. */
export const OtherFiltersLoading: Story = { tags: ['screens'], ...otherFilters({ kind: 'hang' }) };

/** When the page of other filters fails, the page stays, and a notice says why. */
export const OtherFiltersFailed: Story = { tags: ['screens'], ...otherFilters({ kind: 'status', status: 403 }) };

/** When only the hero fails to load, the rails are still shown. */
export const HeroFailed: Story = {
  tags: ['screens'],
  parameters: { discovr: { setUp: failing('GET /pages/:id') } },
  play: async (context) => {
    await untilFailed(context);
    const { canvasElement } = context;
    await expect(canvasElement.querySelector('.discovr-Hero[data-state="ready"]')).toBeNull();
    await waitFor(() => expect(canvasElement.querySelector('.discovr-Rail[data-row-id]')).not.toBeNull());
  },
};

/** When only the rows fail to load, the hero is still shown. */
export const RowsFailed: Story = {
  parameters: { discovr: { setUp: failing('GET /pages/:id/rows') } },
  play: async (context) => {
    await untilFailed(context);
    const { canvasElement } = context;
    await waitFor(() => expect(canvasElement.querySelector('.discovr-Hero[data-state="ready"]')).not.toBeNull());
    await expect(canvasElement.querySelector('.discovr-Rail')).toBeNull();
  },
};

/** When the items of one rail fail to load, only this rail shows an error. */
export const ItemsFailed: Story = {
  tags: ['engines'],
  parameters: {
    discovr: {
      // A request with this status is not repeated.
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 403 }, { route: 'GET /pages/:id/rows/:id/items' }),
    },
  },
  play: async ({ canvas }) => {
    const retry = () => {
      // On a narrow screen, the hero fills the screen, and the items load as the rail comes near.
      window.scrollBy({ top: 200, behavior: 'instant' });
      return canvas.getByRole('button', { name: 'Try again' });
    };
    await expect(await waitFor(retry)).toBeVisible();
  },
};

/** After three batches without a new row, loading stops. The button requests up to three more batches. */
export const Stalled: Story = {
  tags: ['screens'],
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => endlessBatches(control, 'GET /pages/:id/rows') } },
  play: async ({ canvas, userEvent }) => {
    const button = () =>
      waitFor(() => {
        // Rows load near the viewport, and on a narrow screen the hero fills it.
        window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
        return canvas.getByRole('button', { name: 'Load more' });
      });
    await userEvent.click(await button());
    await expect(await button()).toBeVisible();
  },
};

/** When no title matches the filters, the page says so. */
export const Empty: Story = {
  tags: ['screens'],
  args: { filters: nothing },
  play: async ({ canvasElement }) => {
    const found = () => canvasElement.querySelector('.discovr-EmptyPage[data-state="done"]');
    await waitFor(() => expect(found()).not.toBeNull());
  },
};

/** Ends the session while the page is on screen. */
const endSession: NonNullable<Story['play']> = async ({ loaded, canvasElement }) => {
  const { discovr } = loaded as { discovr: TestDiscovr };
  const isShown = (selector: string) => expect(canvasElement.querySelector(selector)).not.toBeNull();
  await waitFor(() => isShown('.discovr-Hero[data-state="ready"]'));
  await waitFor(() => isShown('[data-item-id]'));
  discovr.control.expireSession();
  discovr.control.outdatePages();
  await discovr.client.createPage({ pageFilters: { genres: [99] } });
};

/** When the session expires, the page stays as it is. A button shows the recommendations of the next session. */
export const NewerRecommendations: Story = {
  tags: ['screens'],
  args: { showRefreshButton: true },
  play: async (context) => {
    await endSession(context);
    // By text, because role queries are slow on a whole page.
    const button = await context.canvas.findByText('Show newer recommendations');
    await expect(button).toBeVisible();
  },
};

/** When the user is signed out, a message replaces the page. Inside `<SessionDialog>`, its button leads to the sign-in. */
export const SignedOut: Story = {
  parameters: { discovr: { session: 'signedOut' } },
  render: (args) => (
    <main>
      <SessionDialog>
        <DiscovrPage {...args} pageId="page_1" />
      </SessionDialog>
    </main>
  ),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Sign in' })).toBeVisible();
  },
};

/** Without an active profile, a message replaces the page. */
export const NoProfile: Story = {
  parameters: { discovr: { session: 'signedIn' } },
  render: (args) => <DiscovrPage {...args} pageId="page_1" />,
};

/** When the user returns to a page, its hero and rails are where the user left them. */
export const RestoredPlace: Story = {
  args: { onItemClick: fn() },
  render: function Leaving({ onItemClick }) {
    const [isHere, setIsHere] = useState(true);
    return (
      <main>
        <button type="button" onClick={() => setIsHere(!isHere)}>
          {isHere ? 'Leave the page' : 'Return to the page'}
        </button>
        {isHere && <DiscovrPage onItemClick={onItemClick} />}
      </main>
    );
  },
};

/** In Arabic the page runs right to left. */
export const RightToLeft: Story = { tags: ['screens'], parameters: { discovr: { locale: 'ar' } } };

/** In `<RemoteControl>`, the hero leaves the first posters whole on the screen of a television. */
export const Television: Story = {
  globals: { viewport: { value: 'television' } },
  render: (args) => (
    <RemoteControl>
      <main>
        <DiscovrPage {...args} />
      </main>
    </RemoteControl>
  ),
  play: async ({ canvas, canvasElement }) => {
    const [details] = await canvas.findAllByRole('link', { name: /^Details/ });
    details!.focus();
    const poster = await waitFor(() => {
      const found = canvasElement.querySelector('[data-row-id] .discovr-Poster');
      return found ?? Promise.reject(new Error('There are no posters.'));
    });
    await waitFor(() => expect(poster.getBoundingClientRect().bottom).toBeLessThanOrEqual(window.innerHeight));
  },
};
