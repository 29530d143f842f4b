import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { KeyboardEvent } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { mediaItems, navigationItems, providerItems } from '../../../test/support/pageItems.js';
import { DiscovrError } from '../../shared/errors.js';
import type { RowItem } from '../../api/rows.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { Rail } from './Rail.js';
import { RailGroup } from './RailGroup.js';

const titles = mediaItems(12);
const hrefOf = ({ id }: RowItem) => `/${id}`;
const link = (name: string) => screen.getByRole('link', { name });
const offline = new DiscovrError('NETWORK_ERROR', 'offline');

describe('a rail', () => {
  test('is a region with a heading and a list whose items expose their position and the total', () => {
    renderWithDiscovr(<Rail title="New" type="media" items={titles} href={hrefOf} />);
    const region = screen.getByRole('region', { name: 'New' });
    expect(within(region).getByRole('heading', { level: 2, name: 'New' })).toBeVisible();
    const items = within(within(region).getByRole('list', { name: 'New' })).getAllByRole('listitem');
    expect(items).toHaveLength(12);
    expect(items[4]).toHaveAttribute('aria-posinset', '5');
    expect(items[4]).toHaveAttribute('aria-setsize', '12');
  });

  test('shows the rank of each title in a ranking, formatted for the locale', () => {
    renderWithDiscovr(<Rail title="Top" type="top_n" items={titles} />, { provider: { locale: 'ar-EG' } });
    expect(screen.getAllByRole('listitem')[2]).toHaveTextContent('٣');
  });

  test('shows tiles with titles, and a logo or a letter for each watch provider', () => {
    renderWithDiscovr(
      <>
        <Rail title="Genres" type="navigation" items={navigationItems} href={hrefOf} />
        <Rail
          title="Services"
          type="provider"
          items={[providerItems[0]!, { ...providerItems[1]!, logo_path: null }]}
          href={hrefOf}
        />
      </>,
    );
    expect(link('Drama')).toHaveAttribute('data-look', 'navigation');
    expect(link('Netflix').querySelector('img')).toHaveAttribute('alt', '');
    expect(link('Prime Video (US)').querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
  });

  test('distinguishes watch providers that share a title', () => {
    const [us, elsewhere] = providerItems.filter(({ id }) => ['9', '119'].includes(id));
    const title = 'Amazon Prime Video';
    const items = [us!, elsewhere!].map((item) => ({ ...item, title }));
    renderWithDiscovr(<Rail title="Services" type="provider" items={items} href={hrefOf} />);
    expect(screen.getAllByRole('link').map((tile) => tile.textContent)).toEqual(['Prime Video (US)', 'Prime Video']);
  });

  test('renders nothing when there are no items', () => {
    renderWithDiscovr(<Rail title="New" type="media" items={[]} />);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });

  test('shows a duplicate item once', () => {
    renderWithDiscovr(<Rail title="New" type="media" items={[...titles, titles[3]!]} href={hrefOf} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
  });

  test('shows placeholders with a single loading message while items load', () => {
    renderWithDiscovr(<Rail type="media" items={[]} isLoading data-testid="rail" />);
    expect(screen.getByTestId('rail')).toHaveAttribute('data-state', 'loading');
    expect(screen.getByTestId('rail')).toHaveAttribute('aria-busy', 'true');
    expect(screen.getAllByText('Loading…')).toHaveLength(1);
  });
});

describe('the card of an item', () => {
  test('is a button that calls onItemClick when the item has no link', () => {
    const onItemClick = vi.fn<(item: RowItem) => void>();
    renderWithDiscovr(<Rail title="New" type="media" items={titles} onItemClick={onItemClick} />);
    fireEvent.click(screen.getByRole('button', { name: titles[1]!.title }));
    expect(onItemClick.mock.calls[0]![0]).toBe(titles[1]);
  });

  test('is the router link that renderLink returns', () => {
    renderWithDiscovr(
      <Rail
        title="New"
        type="media"
        items={titles}
        renderLink={(item, props) => (
          <a {...props} href={`/router/${item.id}`}>
            {props.children}
          </a>
        )}
      />,
    );
    expect(link(titles[1]!.title)).toHaveAttribute('href', `/router/${titles[1]!.id}`);
  });

  test('is a link to the URL of href, with the encoded media id in place of each {id}', () => {
    const items = [titles[0]!, { ...titles[1]!, id: 'my/id?' }];
    renderWithDiscovr(<Rail title="New" type="media" items={items} href="/title/{id}#{id}" />);
    expect(link(titles[0]!.title)).toHaveAttribute('href', `/title/${titles[0]!.id}#${titles[0]!.id}`);
    expect(link(titles[1]!.title)).toHaveAttribute('href', '/title/my%2Fid%3F#my%2Fid%3F');
  });

  test('is a link to the URL that href returns', () => {
    renderWithDiscovr(<Rail title="New" type="media" items={titles} href={hrefOf} />);
    expect(link(titles[1]!.title)).toHaveAttribute('href', `/${titles[1]!.id}`);
  });

  test.each([
    ['href', { href: 'javascript:alert(1)//{id}' }],
    ['href that is a function', { href: () => 'java\nscript:alert(1)' }],
  ])('is a button instead of a link when the URL of %s runs a script', (_name, links) => {
    const onItemClick = vi.fn();
    renderWithDiscovr(<Rail title="New" type="media" items={titles} {...links} onItemClick={onItemClick} />);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: titles[0]!.title })).toHaveLength(1);
  });

  test('is the link of a router with the URL of href, and no other item is a link', () => {
    renderWithDiscovr(
      <Rail
        title="New"
        type="media"
        items={[titles[0]!, providerItems[0]!]}
        href="/title/{id}"
        renderLink={(_item, { href, children, ...props }) => (
          <a {...props} href={`/app${href}`}>
            {children}
          </a>
        )}
      />,
    );
    const urls = screen.getAllByRole('link').map((each) => each.getAttribute('href'));
    expect(urls).toEqual([`/app/title/${titles[0]!.id}`]);
  });

  test('has no link to href when the item is a watch provider or a destination', async () => {
    renderWithDiscovr(
      <>
        <Rail title="Genres" type="navigation" items={navigationItems} href="/title/{id}" />
        <Rail title="Services" type="provider" items={providerItems} href="/title/{id}" />
      </>,
    );
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    // The keyboard scrolls the list itself.
    await userEvent.tab();
    expect(screen.getByRole('list', { name: 'Genres' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('list', { name: 'Services' })).toHaveFocus();
  });
});

describe('keyboard navigation', () => {
  test('has one tab stop per rail, remembers it, moves with the arrow keys, and stops at the ends', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(
      <>
        <Rail title="New" type="media" items={titles} href={hrefOf} />
        <button type="button">After</button>
      </>,
    );
    await user.tab();
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
    expect(link(titles[2]!.title)).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
    await user.tab({ shift: true });
    expect(link(titles[2]!.title)).toHaveFocus();
    await user.keyboard('{End}{ArrowRight}');
    expect(link(titles[11]!.title)).toHaveFocus();
    await user.keyboard('{Home}');
    expect(link(titles[0]!.title)).toHaveFocus();
  });

  test('swaps the left and right arrow keys in right-to-left text', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(
      <div style={{ direction: 'rtl' }}>
        <Rail title="New" type="media" items={titles} href={hrefOf} />
      </div>,
    );
    await user.tab();
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}');
    expect(link(titles[1]!.title)).toHaveFocus();
  });

  test('ignores arrow keys with a modifier', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<Rail title="New" type="media" items={titles} href={hrefOf} />);
    await user.tab();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(link(titles[0]!.title)).toHaveFocus();
  });

  test('moves up and down to the last focused item of each rail', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(
      <RailGroup>
        <Rail title="One" type="media" items={titles} href={hrefOf} />
        <Rail title="Two" type="navigation" items={navigationItems} href={hrefOf} />
      </RailGroup>,
    );
    await user.tab();
    await user.keyboard('{ArrowUp}{ArrowRight}{ArrowDown}{ArrowRight}{ArrowRight}{ArrowDown}');
    expect(link('Thriller')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(link(titles[1]!.title)).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(link('Thriller')).toHaveFocus();
  });

  test('moves onto a rail while it loads, and to its first item when the items arrive', async () => {
    const user = userEvent.setup();
    const rails = (items: readonly RowItem[]) => (
      <RailGroup>
        <Rail title="One" type="media" items={titles} href={hrefOf} />
        <Rail title="Coming" type="navigation" items={items} isLoading={items.length === 0} href={hrefOf} />
      </RailGroup>
    );
    const { rerender } = renderWithDiscovr(rails([]));
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('list', { name: 'Coming' })).toHaveFocus();
    rerender(rails(navigationItems));
    expect(link('Comedy')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(link(titles[0]!.title)).toHaveFocus();
  });

  test('moves focus to the item that takes the place of a removed one, but not after a click elsewhere', async () => {
    const user = userEvent.setup();
    const rail = (items: readonly RowItem[]) => <Rail title="One" type="media" items={items} href={hrefOf} />;
    const { rerender } = renderWithDiscovr(rail(titles));
    await user.tab();
    await user.keyboard('{ArrowRight}');
    rerender(rail(titles.filter((_, index) => index !== 1)));
    expect(link(titles[2]!.title)).toHaveFocus();
    await user.click(document.body);
    rerender(rail(titles.slice(4)));
    expect(document.body).toHaveFocus();
  });

  test('moves focus to the next rail when the focused rail is empty', async () => {
    const user = userEvent.setup();
    const rails = (isLoading: boolean) => (
      <RailGroup>
        <Rail title="Coming" type="media" items={[]} isLoading={isLoading} href={hrefOf} />
        <Rail title="One" type="media" items={titles} href={hrefOf} />
      </RailGroup>
    );
    const { rerender } = renderWithDiscovr(rails(true));
    await user.tab();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('list', { name: 'Coming' })).toHaveFocus();
    rerender(rails(false));
    expect(link(titles[0]!.title)).toHaveFocus();
  });

  test('calls the handlers of the app, which can keep a key from the rail', async () => {
    const user = userEvent.setup();
    const onFocus = vi.fn<() => void>();
    const onKeyDown = vi.fn<(event: KeyboardEvent) => void>();
    const rail = <Rail title="New" type="media" items={titles} href={hrefOf} {...{ onFocus, onKeyDown }} />;
    renderWithDiscovr(rail);
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(onFocus).toHaveBeenCalledTimes(2);
    expect(onKeyDown).toHaveBeenCalledOnce();
    expect(link(titles[1]!.title)).toHaveFocus();
    onKeyDown.mockImplementation((event) => event.preventDefault());
    await user.keyboard('{ArrowRight}');
    expect(link(titles[1]!.title)).toHaveFocus();
  });

  test('focuses the list when its items are not clickable, so that it can be scrolled', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<Rail title="New" type="media" items={titles} />);
    await user.tab();
    expect(screen.getByRole('list', { name: 'New' })).toHaveFocus();
  });
});

describe('paging of a rail', () => {
  const rail = (props: Partial<Parameters<typeof Rail>[0]>) => (
    <Rail title="New" type="media" items={titles.slice(0, 3)} href={hrefOf} hasMore {...props} />
  );

  test('requests more items once each time the rail has grown', () => {
    const onEndReached = vi.fn<() => void>();
    const { rerender } = renderWithDiscovr(rail({ onEndReached }));
    rerender(rail({ onEndReached: () => onEndReached() }));
    expect(onEndReached).toHaveBeenCalledTimes(1);
    rerender(rail({ onEndReached, items: titles.slice(0, 6) }));
    expect(onEndReached).toHaveBeenCalledTimes(2);
    rerender(rail({ onEndReached, items: titles, hasMore: false }));
    expect(onEndReached).toHaveBeenCalledTimes(2);
  });

  test('stops after three loads that contained nothing new, and continues once the rail has grown', () => {
    const onEndReached = vi.fn<() => void>();
    const { rerender } = renderWithDiscovr(rail({ onEndReached }));
    for (let load = 0; load < 10; load += 1) {
      rerender(rail({ onEndReached, isLoading: true }));
      rerender(rail({ onEndReached }));
    }
    expect(onEndReached).toHaveBeenCalledTimes(3);
    rerender(rail({ onEndReached, items: titles.slice(0, 6) }));
    expect(onEndReached).toHaveBeenCalledTimes(4);
  });

  test('continues a stalled rail when Load more is clicked, and focuses the last item', async () => {
    const user = userEvent.setup();
    const onEndReached = vi.fn<() => void>();
    const { rerender } = renderWithDiscovr(rail({ onEndReached, hasMore: false, isStalled: true }));
    expect(onEndReached).not.toHaveBeenCalled();
    await user.tab();
    await user.keyboard('{End}');
    expect(screen.getByRole('button', { name: 'Load more' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onEndReached).toHaveBeenCalledTimes(1);
    expect(screen.getAllByRole('link').at(-1)).toHaveFocus();
    rerender(rail({ onEndReached, isLoading: true }));
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  test('loads three times on a click on Load more when the loads contain nothing new', async () => {
    const user = userEvent.setup();
    const onEndReached = vi.fn<() => void>();
    const { rerender } = renderWithDiscovr(rail({ onEndReached, hasMore: false, isStalled: true }));
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    for (let load = 0; load < 10; load += 1) {
      rerender(rail({ onEndReached, isLoading: true }));
      rerender(rail({ onEndReached }));
    }
    expect(onEndReached).toHaveBeenCalledTimes(3);
  });

  test('requests the first items of an empty rail', () => {
    const onEndReached = vi.fn<() => void>();
    renderWithDiscovr(rail({ onEndReached, items: [] }));
    expect(onEndReached).toHaveBeenCalledTimes(1);
  });

  test('exposes how many items are loaded while there are more', () => {
    renderWithDiscovr(rail({}));
    const items = screen.getAllByRole('listitem').filter((item) => item.hasAttribute('aria-posinset'));
    expect(items[0]).toHaveAttribute('aria-setsize', String(items.length));
  });

  test('shows why a load failed, retries only on click, and focuses the last item', async () => {
    const user = userEvent.setup();
    const [onEndReached, onRetry] = [vi.fn<() => void>(), vi.fn<() => void>()];
    renderWithDiscovr(rail({ onEndReached, onRetry, error: offline }));
    expect(screen.getByRole('alert')).toHaveTextContent('Can’t connect.');
    await user.tab();
    await user.keyboard('{End}{Enter}');
    expect(onRetry).toHaveBeenCalledOnce();
    expect(onEndReached).not.toHaveBeenCalled();
    expect(link(titles[2]!.title)).toHaveFocus();
  });

  test('focuses the heading when the user retries in a rail without items', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(rail({ items: [], onRetry: () => undefined, error: offline }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('heading', { name: 'New' })).toHaveFocus();
  });
});
