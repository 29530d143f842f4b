import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loseConnection } from '../../../test/support/loseConnection.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import { generatedTitles } from '../../emulator/catalog/catalog.js';
import type { TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { NavigationStack, type NavigationStackProps } from './NavigationStack.js';
import type { RowItem } from '../../api/rows.js';

const catalog = generatedTitles(300);
const own: NavigationStackProps['children'] = ({ pageId, level, title, open }) => (
  <section>
    <p>
      {title}, {level} deep
    </p>
    <button type="button" onClick={() => open({ id: pageId, title: `Beyond ${title}`, pageId: `${pageId}+` })}>
      Further
    </button>
  </section>
);

const show = (props: Partial<NavigationStackProps> = {}, options: TestDiscovrOptions = {}) =>
  renderWithDiscovr(<NavigationStack data-testid="stack" {...props} />, {
    catalog,
    ...options,
  });
const tab = (name: string) => within(screen.getByRole('navigation', { name: 'Pages' })).getByRole('button', { name });
const stack = () => screen.getByTestId('stack');

beforeEach(() => window.history.pushState(null, ''));

test('the page of the active tab is shown, and this tab is marked as current', async () => {
  show({ children: own });
  expect(stack()).toHaveAttribute('data-state', 'loading');
  expect(await screen.findByText('Home, 0 deep')).toBeVisible();
  expect(stack()).toHaveAttribute('data-state', 'ready');
  expect(tab('Home')).toHaveAttribute('aria-current', 'page');
  await userEvent.click(tab('Series'));
  expect(await screen.findByText('Series, 0 deep')).toBeVisible();
  expect(tab('Series')).toHaveAttribute('aria-current', 'page');
  expect(tab('Home')).not.toHaveAttribute('aria-current');
});

test('the pages are shown where a test environment has only an IntersectionObserver', async () => {
  vi.stubGlobal('IntersectionObserver', vi.fn());
  onTestFinished(() => void vi.unstubAllGlobals());
  show({ children: own });
  expect(await screen.findByText('Home, 0 deep')).toBeVisible();
});

test('an opened page has a focused heading and a back button with the title of its parent page', async () => {
  show({ children: own });
  await userEvent.click(await screen.findByRole('button', { name: 'Further' }));
  expect(stack()).toHaveAttribute('data-level', '1');
  expect(screen.getByRole('heading', { level: 1, name: 'Beyond Home' })).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Further' }));
  expect(screen.getByRole('heading', { name: 'Beyond Beyond Home' })).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Back to Beyond Home' }));
  await waitFor(() => expect(stack()).toHaveAttribute('data-level', '1'));
  await userEvent.click(screen.getByRole('button', { name: 'Back to Home' }));
  await waitFor(() => expect(stack()).toHaveAttribute('data-level', '0'));
  expect(screen.getAllByRole('heading', { level: 1 }).map((heading) => heading.textContent)).toEqual(['Home']);
  // A custom page has no row to return to, so the tab takes the focus.
  await waitFor(() => expect(tab('Home')).toHaveFocus());
});

test('going back does not move the focus from an element outside the stack', async () => {
  renderWithDiscovr(
    <>
      <input aria-label="Search" />
      <NavigationStack data-testid="stack">{own}</NavigationStack>
    </>,
    { catalog },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Further' }));
  await userEvent.click(screen.getByRole('textbox', { name: 'Search' }));
  act(() => window.history.back());
  await waitFor(() => expect(stack()).toHaveAttribute('data-level', '0'));
  expect(screen.getByRole('textbox', { name: 'Search' })).toHaveFocus();
});

describe('a page with rails', () => {
  const destination = async () => {
    const rail = await waitFor(() => {
      const found = stack().querySelector<HTMLElement>('[data-type="navigation"][data-state="ready"]');
      expect(found).not.toBeNull();
      return found!;
    });
    return within(rail).getAllByRole('button')[0]!;
  };

  const firstTitle = () =>
    waitFor(() => {
      const card = stack().querySelector('[data-type="media"] li:not([data-placeholder]) > .discovr-Card');
      expect(card).not.toBeNull();
      return card!;
    });

  test.each<[string, string, NavigationStackProps['pageProps']]>([
    ['href', 'A', { href: '#{id}' }],
    ['href that is a function', 'A', { href: ({ id }) => `#${id}` }],
    [
      'renderLink',
      'A',
      {
        renderLink: ({ id }, { children, ...props }) => (
          <a {...props} href={`#${id}`}>
            {children}
          </a>
        ),
      },
    ],
    ['onItemClick', 'BUTTON', { onItemClick: () => {} }],
  ])(
    'opens navigation items on top of itself and renders titles as the app defines (%s)',
    async (_prop, tagName, pageProps) => {
      show({ pageProps });
      const item = await destination();
      const title = item.textContent;
      await userEvent.click(item);
      expect(screen.getByRole('heading', { level: 1, name: title })).toHaveFocus();
      expect(await firstTitle()).toHaveProperty('tagName', tagName);
    },
  );

  test('calls onItemClick for titles, but not for navigation items', async () => {
    const onItemClick = vi.fn();
    show({ pageProps: { onItemClick } });
    await userEvent.click(await destination());
    expect(onItemClick).not.toHaveBeenCalled();
    await userEvent.click(await firstTitle());
    expect(onItemClick).toHaveBeenCalledOnce();
  });

  test('is shown again after Back, even when it is outdated', async () => {
    const { control } = show({ pageProps: { href: ({ id }) => `#${id}` } });
    await userEvent.click(await destination());
    control.outdatePages();
    act(() => window.history.back());
    await waitFor(() => expect(stack()).toHaveAttribute('data-level', '0'));
    expect(await destination()).toBeVisible();
  });
});

describe('a tab whose page cannot be created', () => {
  test.each([
    ['unreachable server', 'Can’t connect', (control: ReturnType<typeof show>['control']) => control.setOffline(true)],
    [
      'server error',
      'is having trouble',
      (control: ReturnType<typeof show>['control']) =>
        control.failNext({ kind: 'status', status: 500 }, { times: 9, route: 'POST /pages' }),
    ],
  ] as const)('shows an error, creates the page on retry, and keeps the focus (%s)', async (_name, text, spoil) => {
    const { control } = show({ children: own }, { client: { retries: 0 } });
    await screen.findByText('Home, 0 deep');
    spoil(control);
    await userEvent.click(tab('Movies'));
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    expect(stack()).toHaveAttribute('data-state', 'failed');
    control.setOffline(false);
    control.clearFaults();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Movies, 0 deep')).toBeVisible();
    expect(document.body).not.toHaveFocus();
  });

  test('says that the browser is offline, and creates the page by itself when it is online again', async () => {
    const { control } = show({ children: own }, { client: { retries: 0 } });
    await screen.findByText('Home, 0 deep');
    control.setOffline(true);
    const reconnect = loseConnection();
    await userEvent.click(tab('Movies'));
    expect(await screen.findByRole('alert')).toHaveTextContent('We’ll try again when you’re back online.');
    control.setOffline(false);
    const before = control.count('POST /pages');
    act(reconnect);
    expect(await screen.findByText('Movies, 0 deep')).toBeVisible();
    expect(control.count('POST /pages')).toBe(before + 1);
  });
});

test('the page of a tab is prefetched when the pointer stays on the tab', async () => {
  const { control } = show({ children: own });
  await screen.findByText('Home, 0 deep');
  await userEvent.hover(tab('Movies'));
  await waitFor(() => expect(control.count('GET /pages/:id')).toBe(1));
  await userEvent.click(tab('Movies'));
  expect(screen.getByText('Movies, 0 deep')).toBeVisible();
});

test('the page of a tab is not prefetched when the pointer only passes over the tab', async () => {
  const discovr = show({ children: own });
  await screen.findByText('Home, 0 deep');
  vi.useFakeTimers();
  fireEvent.pointerEnter(tab('Movies'));
  fireEvent.pointerLeave(tab('Movies'));
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
  await untilQuiet(discovr);
  expect(discovr.control.count('POST /pages')).toBe(1);
});

test('a profile switch returns the stack to its first page', async () => {
  const { client, control } = show({ children: own });
  await userEvent.click(await screen.findByRole('button', { name: 'Further' }));
  await act(() => client.selectProfile(control.profiles()[1]!.id));
  expect(await screen.findByText('Home, 0 deep')).toBeVisible();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Home');
});

test('the app can set class names, messages, tabs and the heading level', async () => {
  const { container } = show({
    children: own,
    tabs: [{ id: 'a', name: 'All' }],
    messages: { navigation: { label: 'Main', backTo: 'Up to {title}' } },
    classNames: { tabs: 't', tab: 'u', head: 'h', backButton: 'b', title: 'i', page: 'p' },
    headingLevel: 2,
  });
  expect(screen.getByRole('navigation', { name: 'Main' })).toHaveClass('t');
  await userEvent.click(await screen.findByRole('button', { name: 'Further' }));
  expect(screen.getByRole('button', { name: 'Up to All' })).toHaveClass('b');
  expect(screen.getByRole('heading', { level: 2 })).toHaveClass('i');
  for (const name of ['u', 'h', 'p']) expect(container.querySelector(`.${name}`)).not.toBeNull();
});

test.each([
  ['without actions, the slides of the hero can be focused, so that the keyboard can scroll them', {}, '0'],
  ['with an action, their buttons can be focused instead', { href: '/title/{id}' }, null],
])('%s', async (_what, pageProps, tabIndex) => {
  show({ pageProps });
  await waitFor(() => expect(stack().querySelectorAll('.discovr-Hero-title')).toHaveLength(10));
  expect(stack().querySelector('.discovr-Hero-slides')!.getAttribute('tabindex')).toBe(tabIndex);
});

test('Back focuses the item that was clicked on its picture', async () => {
  show({
    children: ({ pageId, level, open }) => (
      <div data-row-id="row">
        {['One', 'Two'].map((title) => (
          <button
            key={title}
            type="button"
            data-item-id={title}
            onClick={() => open({ id: pageId, title, pageId: `${pageId}+` })}
          >
            <img alt="" data-testid={`${title} ${level}`} /> {title}
          </button>
        ))}
      </div>
    ),
  });
  await userEvent.click(await screen.findByTestId('Two 0'));
  await userEvent.click(screen.getByRole('button', { name: 'Back to Home' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Two' })).toHaveFocus());
});

describe('the tiles of a stack', () => {
  const tile = async (look: 'navigation' | 'provider') => {
    const found = () => stack().querySelector<HTMLElement>(`.discovr-Tile[data-item-id][data-look="${look}"]`);
    await waitFor(() => expect(found()).not.toBeNull());
    return found()!;
  };

  test('are buttons only if they do something: destinations open, watch providers do nothing by default', async () => {
    show({ pageProps: { href: '/title/{id}' } });
    expect((await tile('navigation')).tagName).toBe('BUTTON');
    const provider = await tile('provider');
    expect(provider.tagName).toBe('DIV');
    // The list can be scrolled with the keyboard instead.
    expect(provider.closest('ul')).toHaveAttribute('tabindex', '0');
  });

  test('are buttons for watch providers too when the app handles them', async () => {
    const onItemClick = vi.fn<(item: RowItem) => void>();
    show({ pageProps: { href: '/title/{id}', onItemClick } });
    fireEvent.click(await tile('provider'));
    expect(onItemClick.mock.calls[0]![0]).toMatchObject({ type: 'provider' });
  });

  test('are buttons for destinations, but not for watch providers when only titles have a handler', async () => {
    show({ pageProps: { onItemClick: { media: vi.fn<() => void>() } } });
    expect((await tile('navigation')).tagName).toBe('BUTTON');
    expect((await tile('provider')).tagName).toBe('DIV');
    expect(stack().querySelector('[data-type="media"] [data-position] button')).not.toBeNull();
  });
});
