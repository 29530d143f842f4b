import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { NavigationStack, RemoteControl, usePageNavigation } from '../src/index.js';
import type { TestDiscovr } from '../src/testing/createTestDiscovr.js';
import { barActions, barBrand } from './support/bar.js';
import { leaveNoRing } from './support/leaveNoRing.js';
import './support/page.css';

/** Shows tabs with one page each, and the pages that the user opens from them. */
const meta = {
  title: 'Page/Navigation',
  component: NavigationStack,
  // Stories share one document, so they must not write to its history.
  args: { history: 'none', pageProps: { href: ({ id }) => `#${id}` } },
  render: (args) => (
    <main>
      <NavigationStack {...args} />
    </main>
  ),
} satisfies Meta<typeof NavigationStack>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Scrolls down to the first rail of destinations and opens its first card. Returns the title of the destination. */
async function openDestination(canvasElement: HTMLElement): Promise<string> {
  const rail = await waitFor(() => {
    const found = canvasElement.querySelector<HTMLElement>('[data-type="navigation"][data-state="ready"]');
    // A rail that was scrolled past too quickly has not loaded its items.
    const passed = canvasElement.querySelector('.discovr-Rail[data-type="navigation"]');
    if (!found && passed) passed.scrollIntoView({ block: 'center' });
    else if (!found) window.scrollBy(0, 400);
    if (!found) throw new Error('No rail of destinations has loaded yet.');
    return found;
  });
  const [card] = within(rail).getAllByRole('button');
  const title = card!.textContent;
  card!.focus();
  card!.click();
  return title;
}

const many = [
  'For you',
  'Festival films',
  'Series to finish in a weekend',
  'Donaudampfschifffahrtsgesellschaft',
  'Children',
  'Documentaries',
  'Before 1970',
].map((name, index) => ({ id: `${index}`, name, pageFilters: { genres: [[35, 18, 28, 80, 53, 27, 14][index]!] } }));

/** The page of a tab is created when the user first points at the tab, focuses it or opens it. */
export const Tabs: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Movies' }));
    await expect(canvas.getByRole('button', { name: 'Movies' })).toHaveAttribute('aria-current', 'page');
    leaveNoRing();
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(2));
  },
};

/**
 * In the dark scheme, the bar lies over the hero, with the brand and the controls of the app. It becomes solid when the
 * page is scrolled.
 */
export const BrandAndActions: Story = {
  tags: ['engines'],
  globals: { scheme: 'dark' },
  args: { brand: barBrand, actions: barActions },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const bar = canvasElement.querySelector<HTMLElement>('.discovr-NavigationBar')!;
    await waitFor(() => expect(bar).toHaveAttribute('data-over-hero'));
    const hero = canvasElement.querySelector('.discovr-Hero')!;
    await expect(hero.getBoundingClientRect().top).toBe(bar.getBoundingClientRect().top);
    canvas.getByRole('link', { name: 'Nightowl' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(canvas.getByRole('button', { name: 'Home' })).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowLeft}');
    await expect(canvas.getByRole('button', { name: 'Search' })).toHaveFocus();
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
    leaveNoRing();
  },
};

/** In the light scheme, the hero is a panel below the bar. */
export const LightWide: Story = {
  args: { brand: barBrand, actions: barActions },
  globals: { scheme: 'light' },
};

/** The bar of a page that is scrolled is solid, with a line at its lower edge. */
export const Scrolled: Story = {
  globals: { scheme: 'dark' },
  args: { brand: barBrand, actions: barActions },
  play: async ({ canvasElement }) => {
    const bar = canvasElement.querySelector<HTMLElement>('.discovr-NavigationBar')!;
    await waitFor(() => expect(bar).toHaveAttribute('data-over-hero'));
    window.scrollTo(0, 300);
    await waitFor(() => expect(bar).toHaveAttribute('data-scrolled'));
  },
};

/** Many tabs between a brand and the controls of the app scroll sideways. */
export const ManyTabsWithBrand: Story = {
  args: { brand: barBrand, actions: barActions, tabs: many },
};

/**
 * When the user opens a destination, its page replaces the page of the tab. The bar, the back button and the heading, which
 * takes the focus, lie over its hero.
 */
export const OpenedDestination: Story = {
  tags: ['screens'],
  // axe takes the page for the background when it scrolls the heading away from the hero, on which the text is white.
  parameters: { a11y: { context: { exclude: '.discovr-NavigationHead' } } },
  play: async ({ canvas, canvasElement }) => {
    const title = await openDestination(canvasElement);
    await expect(await canvas.findByRole('heading', { level: 1, name: title })).toHaveFocus();
  },
};

/** Back restores the previous page with its scroll offset and the focus on the card that was clicked. */
export const Back: Story = {
  tags: ['engines'],
  play: async ({ canvas, canvasElement, userEvent }) => {
    const title = await openDestination(canvasElement);
    await canvas.findByRole('heading', { level: 1, name: title });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(title));
    await expect(document.activeElement?.closest('[data-type="navigation"]')).not.toBeNull();
  },
};

/** The back button of the second level names the page of the first level. */
export const TwoLevels: Story = {
  play: async ({ canvas, canvasElement }) => {
    const first = await openDestination(canvasElement);
    await canvas.findByRole('heading', { level: 1, name: first });
    const second = await openDestination(canvasElement);
    await canvas.findByRole('heading', { level: 1, name: second });
    await expect(canvas.getByRole('button', { name: `Back to ${first}` })).toBeVisible();
  },
};

/** While the page of a tab is being created, placeholders reserve its space. */
export const Loading: Story = {
  parameters: { discovr: { setUp: ({ control }: TestDiscovr) => control.setLatency(600_000) } },
};

/** Without a network, the page of a tab cannot be created and an error is shown. */
export const Offline: Story = {
  tags: ['screens'],
  parameters: { discovr: { isOffline: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('back online');
  },
};

/** After a server error, "Try again" creates the page. */
export const TryAgain: Story = {
  parameters: {
    discovr: {
      setUp: ({ control }: TestDiscovr) =>
        control.failNext({ kind: 'status', status: 500 }, { route: 'POST /pages', times: 3 }),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(canvas.queryByRole('alert')).toBeNull());
    await waitFor(() => expect(canvas.getAllByRole('list').length).toBeGreaterThan(2));
  },
};

/** When the user is signed out, a message replaces the page. */
export const SignedOut: Story = { tags: ['screens'], parameters: { discovr: { session: 'signedOut' } } };

/** When custom tabs do not fit, they scroll sideways. */
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

/** In Arabic the tabs and the arrow keys run right to left. */
export const RightToLeft: Story = {
  tags: ['screens'],
  parameters: { discovr: { locale: 'ar' } },
  play: async ({ canvas, canvasElement, userEvent }) => {
    const [first, second] = within(canvas.getByRole('navigation')).getAllByRole('button');
    first!.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(second).toHaveFocus();
    await openDestination(canvasElement);
    await waitFor(() => expect(canvas.getByRole('heading', { level: 1 })).toHaveFocus());
  },
};

/** On a television, everything is larger and a remote moves between the tabs and the page. */
export const Television: Story = {
  globals: { viewport: { value: 'television' } },
  parameters: { scheme: 'dark' },
  render: (args) => (
    <RemoteControl>
      <main>
        <NavigationStack {...args} />
      </main>
    </RemoteControl>
  ),
  play: async ({ canvas, canvasElement, userEvent }) => {
    const hero = () => canvasElement.querySelector('[data-row-id="hero"][data-state="ready"]');
    await waitFor(() => expect(hero()).not.toBeNull());
    // The hero takes the first focus, unless the story is in a frame without focus.
    await waitFor(() => expect(!document.hasFocus() || hero()!.contains(document.activeElement)).toBe(true));
    canvas.getByRole('button', { name: 'Home' }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.closest('[data-row-id="hero"]')).not.toBeNull());
    await userEvent.keyboard('{ArrowUp}');
    await expect(canvas.getByRole('button', { name: 'Home' })).toHaveFocus();
  },
};

/** `usePageNavigation` drives custom markup. */
export const Headless: Story = {
  render: function Own() {
    const { tabs, current, entries, isLoading, open, back, canGoBack } = usePageNavigation({ history: 'none' });
    return (
      <main style={{ padding: 24 }}>
        <nav aria-label="Custom tabs" style={{ display: 'flex', gap: 8 }}>
          {tabs.map((tab) => (
            <button key={tab.id} type="button" aria-current={tab.isActive ? 'page' : undefined} onClick={tab.select}>
              {tab.name}
            </button>
          ))}
        </nav>
        <p>{entries.map(({ title }) => title).join(' / ')}</p>
        <p style={{ overflowWrap: 'anywhere' }}>
          {isLoading ? 'The page is being created.' : `The page is ${current.pageId}.`}
        </p>
        <button type="button" onClick={() => open({ id: 'a', title: 'Somewhere', pageId: `page_${current.level}` })}>
          Open a page
        </button>
        <button type="button" disabled={!canGoBack} onClick={back}>
          Back
        </button>
      </main>
    );
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Open a page' }));
    await expect(canvas.getByText('Home / Somewhere')).toBeVisible();
    await userEvent.click(canvas.getByRole('button', { name: 'Back' }));
    await expect(canvas.queryByText('Home / Somewhere')).toBeNull();
  },
};

/** On phones, the tabs can be at the bottom, in reach of a thumb. */
export const TabsAtBottom: Story = {
  tags: ['not-television'],
  args: { placement: 'bottom', brand: barBrand, actions: barActions },
  globals: { viewport: { value: 'narrow' } },
};
