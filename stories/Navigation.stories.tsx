import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { NavigationStack, usePageNavigation } from '../src/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import './support/page.css';

/** Tabs, each with a page of its own, and the pages that are opened from there. */
const meta = {
  title: 'Page/Navigation',
  component: NavigationStack,
  // Stories share one document, so each keeps its stack to itself.
  args: { history: 'none', hrefOf: ({ id }) => `#${id}` },
  render: (args) => (
    <main>
      <NavigationStack {...args} />
    </main>
  ),
} satisfies Meta<typeof NavigationStack>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Goes by the first destination of the page that is shown; scrolls down to it, as a person would. */
async function goIn(canvasElement: HTMLElement): Promise<string> {
  const rail = await waitFor(
    () => {
      const found = canvasElement.querySelector<HTMLElement>('[data-type="navigation"][data-state="ready"]');
      // A rail that was passed too fast has nothing yet.
      const passed = canvasElement.querySelector('.discovr-Rail[data-type="navigation"]');
      if (!found && passed) passed.scrollIntoView({ block: 'center' });
      else if (!found) window.scrollBy(0, 400);
      if (!found) throw new Error('There is no rail of destinations yet.');
      return found;
    },
    { timeout: 9000 },
  );
  const [card] = within(rail).getAllByRole('button');
  const title = card!.textContent;
  card!.focus();
  card!.click();
  return title;
}

/** Home, movies and series. The page of a tab is created when the tab is first shown, and got ready under the pointer. */
export const Tabs: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Movies' }));
    await expect(canvas.getByRole('button', { name: 'Movies' })).toHaveAttribute('aria-current', 'page');
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(2), { timeout: 5000 });
  },
};

/** A destination's page above that of the tab: its heading has the focus. */
export const GoneIn: Story = {
  play: async ({ canvas, canvasElement }) => {
    const title = await goIn(canvasElement);
    await expect(await canvas.findByRole('heading', { level: 1, name: title })).toHaveFocus();
  },
};

/** Back leads to where one was: the page as it was scrolled, with the focus on what was pressed. */
export const Back: Story = {
  tags: ['engines'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const title = await goIn(canvasElement);
    await canvas.findByRole('heading', { level: 1, name: title });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(title));
    await expect(document.activeElement?.closest('[data-type="navigation"]')).not.toBeNull();
  },
};

/** Two levels deep. */
export const Deep: Story = {
  play: async ({ canvas, canvasElement }) => {
    const first = await goIn(canvasElement);
    await canvas.findByRole('heading', { level: 1, name: first });
    const second = await goIn(canvasElement);
    await canvas.findByRole('heading', { level: 1, name: second });
    await expect(canvas.getByRole('button', { name: `Back to ${first}` })).toBeVisible();
  },
};

/** The page of a tab is being created. */
export const Loading: Story = {
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => control.setLatency(600_000) } },
};

/** The page of a tab could not be created: no connection. */
export const Offline: Story = {
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => control.setOffline(true) } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', undefined, { timeout: 9000 })).toHaveTextContent('Can’t connect');
  },
};

/** The server failed, and then did not. */
export const TryAgain: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { route: 'POST /pages', times: 3 }),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }, { timeout: 9000 }));
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull());
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(2), { timeout: 5000 });
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { discovr: { session: 'signedOut' } } };

const many = [
  'For you',
  'Films of the festivals',
  'Series to finish in a weekend',
  'Donaudampfschifffahrtsgesellschaft',
  'Children',
  'Documentaries',
  'Before 1970',
].map((name, index) => ({ id: `${index}`, name, pageFilters: { genres: [[35, 18, 28, 80, 53, 27, 14][index]!] } }));

/** Tabs of the app's own, more than fit: the row scrolls sideways. */
export const ManyTabs: Story = {
  tags: ['engines'],
  args: { tabs: many },
  play: async ({ canvas, userEvent }) => {
    const last = canvas.getByRole('button', { name: many.at(-1)!.name });
    await userEvent.click(last);
    // Browsers scroll by whole pixels.
    await waitFor(() => expect(last.getBoundingClientRect().right).toBeLessThan(innerWidth + 1));
  },
};

/** From right to left, the arrow keys too. */
export const RightToLeft: Story = {
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const [first, second] = within(canvas.getByRole('navigation')).getAllByRole('button');
    first!.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(second).toHaveFocus();
    await goIn(canvasElement);
    await waitFor(() => expect(canvas.getByRole('heading', { level: 1 })).toHaveFocus());
  },
};

/** On a television: larger, and led through by a remote. */
export const Television: Story = {
  parameters: { scheme: 'dark' },
  decorators: [
    (Story) => (
      <div className="tv">
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const hero = () => canvasElement.querySelector('[data-row-id="hero"][data-state="ready"]');
    await waitFor(() => expect(hero()).not.toBeNull(), { timeout: 9000 });
    canvas.getByRole('button', { name: 'Home' }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.closest('[data-row-id="hero"]')).not.toBeNull());
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getByRole('button', { name: 'Home' })).toHaveFocus();
  },
};

/** The hook alone, with markup of the app's own. */
export const Headless: Story = {
  render: function Own() {
    const { tabs, current, entries, isLoading, open, back, canGoBack } = usePageNavigation({ history: 'none' });
    return (
      <main style={{ padding: 24 }}>
        <nav aria-label="Own" style={{ display: 'flex', gap: 8 }}>
          {tabs.map((tab) => (
            <button key={tab.id} type="button" aria-current={tab.isActive ? 'page' : undefined} onClick={tab.select}>
              {tab.name}
            </button>
          ))}
        </nav>
        <p>{entries.map(({ title }) => title).join(' / ')}</p>
        <p>{isLoading ? 'The page is being created.' : `The page is ${current.pageId}.`}</p>
        <button type="button" onClick={() => open({ id: 'a', title: 'Somewhere', pageId: `page_${current.level}` })}>
          Further in
        </button>
        <button type="button" disabled={!canGoBack} onClick={back}>
          Back
        </button>
      </main>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Further in' }));
    await expect(canvas.getByText('Home / Somewhere')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(canvas.queryByText('Home / Somewhere')).toBeNull();
  },
};
