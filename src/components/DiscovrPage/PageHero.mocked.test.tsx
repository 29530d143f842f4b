import { act, fireEvent, screen, within } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { heroItems, mediaItems, navigationItems } from '../../../test/support/pageItems.js';
import type { HeroItem } from '../../api/media.js';
import type { RowItem } from '../../api/rows.js';
import type * as Focusable from '../../focus/focusable.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { Rail } from '../Rail/Rail.js';
import { PageHero, usePrefetchedDestinations, type NoteFocus } from './PageHero.js';

/** Whether the user moves the focus by keys. jsdom cannot know. */
let isByKeys = true;
vi.mock('../../focus/focusable.js', async (importOriginal) => ({
  ...(await importOriginal<typeof Focusable>()),
  showsFocus: (element: Element) => isByKeys && element.matches(':focus'),
}));

// Loading code takes real time, which the fake clock does not wait for.
beforeAll(() => import('./previewOf.js'));

const own = heroItems(3);
const cards = mediaItems(6, 20);
const opened = vi.fn<(item: RowItem) => void>();

/** URLs of the images that were loaded for the hero, and how their loading ends. */
const loaded: string[] = [];
let decoding = () => Promise.resolve();
class TestImage {
  src = '';
  decode() {
    loaded.push(this.src);
    return decoding();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Image', TestImage);
  isByKeys = true;
  loaded.length = 0;
  decoding = () => Promise.resolve();
});
afterEach(() => {
  vi.unstubAllGlobals();
  opened.mockClear();
});

const renderActions = (item: HeroItem) => (
  <button type="button" onClick={() => opened(item)}>
    Open
  </button>
);

interface PageProps {
  items?: readonly RowItem[];
  follows?: boolean;
  /** Changes the hero as another page does. */
  pageId?: string;
}

const allItems = [...cards, ...navigationItems];

function Page({ items = allItems, follows = true, pageId }: PageProps) {
  const noteFocus = useRef<NoteFocus>(null);
  return (
    <>
      <PageHero key={pageId} items={own} noteFocus={follows ? noteFocus : undefined} renderActions={renderActions} />
      <Rail
        title="Row"
        type="media"
        items={items}
        onItemClick={opened}
        onItemIntent={usePrefetchedDestinations(undefined, noteFocus)}
      />
    </>
  );
}

const rest = (ms = 300) => act(() => vi.advanceTimersByTimeAsync(ms));
const card = ({ title }: { title: string }) =>
  within(screen.getByRole('region', { name: 'Row' })).getByRole('button', { name: title });
const focus = (item: { title: string }) => act(() => card(item).focus());
const slide = () => document.querySelector<HTMLElement>('.discovr-Hero-slide:not([inert])')!;
const shownTitle = () => within(slide()).getByRole('heading').textContent;
const openButton = () => within(slide()).getByRole('button', { name: 'Open' });

describe('a hero that follows the focus', () => {
  test('shows the title of a card when the focus has rested on it for 300 ms', async () => {
    renderWithDiscovr(<Page />);
    focus(cards[0]!);
    await rest(299);
    expect(shownTitle()).toBe(own[0]!.title);
    expect(loaded).toEqual([]);
    await rest(1);
    expect(shownTitle()).toBe(cards[0]!.title);
    expect(slide()).toHaveAccessibleName(cards[0]!.title);
    expect(slide().querySelector('img:last-of-type')).toHaveAttribute('src', cards[0]!.backdrop_path);
    expect(screen.getByRole('region', { name: 'Featured' })).toHaveAttribute('data-preview');
  });

  test('shows and loads nothing for cards that the focus only passes', async () => {
    renderWithDiscovr(<Page />);
    for (const item of cards) {
      focus(item);
      await rest(200);
      expect(shownTitle()).toBe(own[0]!.title);
    }
    await rest();
    expect(shownTitle()).toBe(cards.at(-1)!.title);
    expect(loaded).toEqual([cards.at(-1)!.backdrop_path]);
  });

  test('keeps its title until the image of the next one is decoded, and skips it if the focus has moved on', async () => {
    const images: (() => void)[] = [];
    decoding = () => new Promise((resolve) => images.push(resolve));
    renderWithDiscovr(<Page />);
    focus(cards[0]!);
    await rest();
    focus(cards[1]!);
    await rest();
    expect(loaded).toHaveLength(2);
    expect(shownTitle()).toBe(own[0]!.title);
    images[0]!();
    await rest(0);
    expect(shownTitle()).toBe(own[0]!.title);
    images[1]!();
    await rest(0);
    expect(shownTitle()).toBe(cards[1]!.title);
  });

  test('keeps the image of the previous title below the next one', async () => {
    renderWithDiscovr(<Page />);
    const images = () =>
      [...slide().querySelectorAll('img.discovr-Hero-picture')].map((each) => each.getAttribute('src'));
    focus(cards[0]!);
    await rest();
    expect(images()).toEqual([own[0]!.backdrop_path, cards[0]!.backdrop_path]);
    focus(cards[1]!);
    await rest();
    expect(images()).toEqual([cards[0]!.backdrop_path, cards[1]!.backdrop_path]);
  });

  test('shows a title without an image if it has none or if it does not load', async () => {
    const bare = { ...cards[0]!, backdrop_path: null, poster_path: null };
    renderWithDiscovr(<Page items={[bare, cards[1]!]} />);
    focus(bare);
    await rest();
    expect(shownTitle()).toBe(bare.title);
    expect(loaded).toEqual([]);
    expect(slide().querySelector('img')).toBeNull();
    decoding = () => Promise.reject(new DOMException('broken', 'EncodingError'));
    focus(cards[1]!);
    await rest();
    expect(shownTitle()).toBe(cards[1]!.title);
    expect(slide().querySelector('img')).toBeNull();
  });

  test('shows the facts that the item of the row has, or its own if it has this title', async () => {
    const told = { ...cards[0]!, overview: 'A long way home.', runtime: 61 };
    const unreadable = { ...cards[1]!, overview: { text: 'No text.' } };
    const { id, title, type, media_type, poster_path, backdrop_path } = own[2]!;
    const same = { id, title, type, media_type, poster_path, backdrop_path };
    renderWithDiscovr(<Page items={[told, unreadable, same]} />);
    focus(told);
    await rest();
    expect(slide()).toHaveTextContent('1 hr 1 min');
    expect(slide()).toHaveTextContent('A long way home.');
    focus(unreadable);
    await rest();
    expect(shownTitle()).toBe(unreadable.title);
    focus(same);
    await rest();
    expect(slide()).toHaveTextContent(own[2]!.overview!);
  });

  test('keeps its title when the focus returns to it, and its buttons act on this title', async () => {
    renderWithDiscovr(<Page />);
    focus(cards[0]!);
    await rest();
    focus(cards[1]!);
    act(() => openButton().focus());
    await rest(5_000);
    expect(shownTitle()).toBe(cards[0]!.title);
    expect(openButton()).toHaveFocus();
    fireEvent.click(openButton());
    expect(opened).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: cards[0]!.id }));
  });

  test('does not change for other items, for the pointer, or for a card that is removed', async () => {
    const { rerender } = renderWithDiscovr(<Page />);
    focus(cards[0]!);
    await rest();
    focus(navigationItems[0]!);
    fireEvent.pointerEnter(card(cards[1]!));
    await rest(5_000);
    isByKeys = false;
    focus(cards[3]!);
    await rest(5_000);
    isByKeys = true;
    focus(cards[2]!);
    rerender(<Page items={cards.slice(0, 2)} />);
    act(() => (document.activeElement as HTMLElement).blur());
    await rest(5_000);
    expect(shownTitle()).toBe(cards[0]!.title);
    expect(loaded).toHaveLength(1);
  });

  test('announces nothing, also after the user has moved to another slide', async () => {
    const spoken = () =>
      [...document.querySelectorAll('[role="status"], [aria-live]')].map(({ textContent }) => textContent).join('');
    renderWithDiscovr(<Page />);
    focus(cards[0]!);
    await rest();
    expect([shownTitle(), spoken()]).toEqual([cards[0]!.title, '']);
    fireEvent.click(screen.getByRole('button', { name: 'Next title' }));
    expect([shownTitle(), spoken()]).toEqual([own[1]!.title, `2 of 3: ${own[1]!.title}`]);
    focus(cards[1]!);
    await rest();
    expect([shownTitle(), spoken()]).toEqual([cards[1]!.title, `2 of 3: ${own[1]!.title}`]);
  });

  test('leads from the title of the card to its own titles with left and right', async () => {
    renderWithDiscovr(<Page />);
    focus(cards[0]!);
    await rest();
    act(() => openButton().focus());
    fireEvent.keyDown(openButton(), { key: 'ArrowRight' });
    expect(shownTitle()).toBe(own[1]!.title);
    expect(openButton()).toHaveFocus();
    expect(slide()).toHaveAccessibleName(`2 of 3: ${own[1]!.title}`);
    expect(screen.getByRole('region', { name: 'Featured' })).not.toHaveAttribute('data-preview');
    // The same card replaces the slide that is shown now.
    focus(cards[0]!);
    await rest();
    expect(shownTitle()).toBe(cards[0]!.title);
    act(() => openButton().focus());
    fireEvent.keyDown(openButton(), { key: 'ArrowLeft' });
    expect(shownTitle()).toBe(own[0]!.title);
  });

  test('returns to its own titles when the page changes', async () => {
    const { rerender } = renderWithDiscovr(<Page pageId="a" />);
    focus(cards[0]!);
    await rest();
    focus(cards[1]!);
    rerender(<Page pageId="b" />);
    await rest(5_000);
    expect(shownTitle()).toBe(own[0]!.title);
  });
});

test('a hero does not follow the focus by default', async () => {
  renderWithDiscovr(<Page follows={false} />);
  focus(cards[0]!);
  await rest(5_000);
  expect(shownTitle()).toBe(own[0]!.title);
  expect(loaded).toEqual([]);
});
