import { act, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import type { HeroItem } from '../../api/media.js';
import { de } from '../../locales/de.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { Rail } from '../Rail/Rail.js';
import { RailGroup } from '../Rail/RailGroup.js';
import { Hero } from './Hero.js';

const items = heroItems(10);
const slide = (number: number) => screen.getByRole('group', { name: `${number} of 10: ${items[number - 1]!.title}` });
const actions = ({ title }: HeroItem) => (
  <>
    <button type="button">Play {title}</button>
    <button type="button">More about {title}</button>
  </>
);
const next = () => fireEvent.click(screen.getByRole('button', { name: 'Next title' }));

afterEach(() => vi.unstubAllGlobals());

describe('a hero', () => {
  test('shows one title at a time, named and numbered, and makes the other slides inert', () => {
    renderWithDiscovr(<Hero items={items} renderActions={actions} />);
    expect(screen.getByRole('region', { name: 'Featured' })).toHaveAttribute('aria-roledescription', 'carousel');
    expect(slide(1)).toHaveAttribute('aria-roledescription', 'slide');
    expect(slide(1)).not.toHaveAttribute('inert');
    expect(slide(2)).toHaveAttribute('inert');
    expect(within(slide(1)).getByRole('heading', { name: items[0]!.title })).toBeVisible();
    expect(within(slide(1)).getByText(items[0]!.overview!)).toBeVisible();
    expect(screen.getByText('1 / 10')).toBeVisible();
  });

  test('has a heading that names it, above the headings of its titles', () => {
    renderWithDiscovr(<Hero items={items} aria-label="Tonight" headingLevel={3} />);
    expect(screen.getByRole('region', { name: 'Tonight' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 3 })).toHaveTextContent('Tonight');
    expect(within(slide(1)).getByRole('heading', { level: 4 })).toHaveTextContent(items[0]!.title);
  });

  test('has no heading above that of a single title', () => {
    renderWithDiscovr(<Hero items={items.slice(0, 1)} />);
    expect(screen.getByRole('region', { name: 'Featured' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(items[0]!.title);
    expect(screen.getAllByRole('heading')).toHaveLength(1);
  });

  test('keeps the focus when another title replaces the focused one', () => {
    const [first, second] = heroItems(12).slice(10);
    const { rerender } = renderWithDiscovr(<Hero items={items} preview={first} renderActions={actions} />);
    screen.getByRole('button', { name: `Play ${first!.title}` }).focus();
    rerender(<Hero items={items} preview={second} renderActions={actions} />);
    expect(screen.getByRole('button', { name: `Play ${second!.title}` })).toHaveFocus();
  });

  test.each([
    ['en', 'movie', '1979 1 hr 57 min Horror, Science Fiction'],
    ['de', 'movie', '1979 1 Std., 57 Min. Horror, Science Fiction'],
    ['en', 'tv', '1979 2 seasons Horror, Science Fiction'],
  ] as const)('shows year, length and genres (%s, %s)', (locale, mediaType, facts) => {
    const seasons = [0, 1, 2].map((number) => ({ season_number: number, episode_count: 8 }));
    const known = {
      release_date: '1979-05-25',
      runtime: 117,
      genres: [27, 878],
      ...(mediaType === 'tv' && { seasons }),
    };
    const { container } = renderWithDiscovr(<Hero items={[{ ...items[0]!, ...known }]} />, {
      provider: { locale, ...(locale === 'de' && { messages: de }) },
    });
    expect(container.querySelector('.discovr-Hero-facts')).toHaveTextContent(facts);
  });

  test('shows no facts when none are known', () => {
    const { id, title, media_type } = items[0]!;
    const item: HeroItem = {
      type: 'media',
      id,
      title,
      media_type,
      poster_path: null,
      backdrop_path: null,
      logo_path: null,
    };
    const { container } = renderWithDiscovr(<Hero items={[item]} />);
    expect(container.querySelector('.discovr-Hero-facts')).toBeNull();
  });

  test('shows the logo of a title, or its text when the logo does not load', () => {
    renderWithDiscovr(<Hero items={[{ ...items[0]!, logo_path: 'https://cdn.example/alien.png' }]} />);
    const heading = screen.getByRole('heading', { name: items[0]!.title });
    fireEvent.error(within(heading).getByRole('img'));
    expect(heading).toHaveTextContent(items[0]!.title);
  });

  test('loads the first image with high priority and the others lazily', () => {
    const { container } = renderWithDiscovr(<Hero items={items} />);
    const [first, ...others] = container.querySelectorAll('.discovr-Hero-picture');
    expect(first).toHaveAttribute('loading', 'eager');
    expect(first).toHaveAttribute('fetchpriority', 'high');
    for (const other of others) expect(other).toHaveAttribute('loading', 'lazy');
  });

  test('shows a placeholder while titles load, and renders nothing when there are none', () => {
    const { rerender } = renderWithDiscovr(<Hero items={[]} isLoading />);
    expect(screen.getByRole('region')).toHaveAttribute('data-state', 'loading');
    rerender(<Hero items={[]} />);
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });

  test('links each title to href, with its media id in place of {id}', () => {
    renderWithDiscovr(<Hero items={items} href="/title/{id}" />);
    expect(within(slide(1)).getByRole('link', { name: 'Details' })).toHaveAttribute('href', `/title/${items[0]!.id}`);
    expect(within(slide(2)).getByText('Details')).toHaveAttribute('href', `/title/${items[1]!.id}`);
  });

  test('has the buttons of renderActions, and no link, when href is also set', () => {
    renderWithDiscovr(<Hero items={items} href="/title/{id}" renderActions={actions} />);
    expect(within(slide(1)).getByRole('button', { name: `Play ${items[0]!.title}` })).toBeVisible();
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('has no buttons when there is only one title', () => {
    renderWithDiscovr(<Hero items={items.slice(0, 1)} />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

describe('navigation in a hero', () => {
  test('wraps around at both ends and is announced when a button is clicked', () => {
    renderWithDiscovr(<Hero items={items} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    next();
    expect(slide(2)).not.toHaveAttribute('inert');
    expect(slide(1)).toHaveAttribute('inert');
    expect(screen.getByRole('status')).toHaveTextContent(`2 of 10: ${items[1]!.title}`);
    fireEvent.click(screen.getByRole('button', { name: 'Previous title' }));
    fireEvent.click(screen.getByRole('button', { name: 'Previous title' }));
    expect(screen.getByText('10 / 10')).toBeVisible();
    next();
    expect(screen.getByText('1 / 10')).toBeVisible();
  });

  test('moves with the arrow keys from the buttons of a title to the buttons of the next title, and back', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(<Hero items={items} renderActions={actions} />);
    const button = (name: string) => screen.getByRole('button', { name });
    act(() => button(`Play ${items[0]!.title}`).focus());
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowRight}');
    expect(button(`Play ${items[1]!.title}`)).toHaveFocus();
    expect(slide(2)).not.toHaveAttribute('inert');
    await user.keyboard('{ArrowLeft}');
    expect(button(`More about ${items[0]!.title}`)).toHaveFocus();
  });

  test('moves with the arrow keys past a title without buttons, which is announced', async () => {
    const user = userEvent.setup();
    const some = (item: HeroItem) => (item === items[1] ? null : actions(item));
    const { container } = renderWithDiscovr(<Hero items={items} renderActions={some} />);
    act(() => screen.getByRole('button', { name: `More about ${items[0]!.title}` }).focus());
    await user.keyboard('{ArrowRight}');
    expect(container.querySelector('.discovr-Hero-slides')).toHaveFocus();
    expect(slide(1)).toHaveAttribute('inert');
    expect(screen.getByRole('status')).toHaveTextContent(`2 of ${items.length}: ${items[1]!.title}`);
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('button', { name: `Play ${items[2]!.title}` })).toHaveFocus();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('button', { name: `More about ${items[0]!.title}` })).toHaveFocus();
  });

  test('announces the titles of a hero without buttons as the arrow keys move', async () => {
    const user = userEvent.setup();
    const { container } = renderWithDiscovr(<Hero items={items} />);
    act(() => container.querySelector<HTMLElement>('.discovr-Hero-slides')!.focus());
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('status')).toHaveTextContent(`2 of ${items.length}: ${items[1]!.title}`);
  });

  test('leaves the arrow keys to a field among the buttons, but not to a checkbox', async () => {
    const user = userEvent.setup();
    const renderActions = ({ title }: HeroItem) => (
      <>
        <input aria-label={`Note on ${title}`} />
        <select aria-label={`Rating of ${title}`} />
        <input type="checkbox" aria-label={`Seen ${title}`} />
      </>
    );
    renderWithDiscovr(
      <RailGroup>
        <Hero items={items} renderActions={renderActions} />
        <Rail title="New" type="media" items={items} href={({ id }) => `/${id}`} />
      </RailGroup>,
    );
    for (const role of ['textbox', 'combobox']) {
      const field = within(slide(1)).getByRole(role);
      act(() => field.focus());
      for (const key of ['Right', 'Left', 'Down', 'Up']) {
        await user.keyboard(`{Arrow${key}}`);
        expect(field).toHaveFocus();
      }
    }
    act(() => within(slide(1)).getByRole('checkbox').focus());
    await user.keyboard('{ArrowRight}');
    expect(within(slide(2)).getByRole('textbox')).toHaveFocus();
    act(() => within(slide(2)).getByRole('checkbox').focus());
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('link', { name: items[0]!.title })).toHaveFocus();
  });

  test('swaps the left and right arrow keys in right-to-left text', async () => {
    const user = userEvent.setup();
    renderWithDiscovr(
      <div style={{ direction: 'rtl' }}>
        <Hero items={items} />
      </div>,
    );
    document.querySelector<HTMLElement>('[data-rail-entry]')!.focus();
    await user.keyboard('{ArrowRight}{ArrowLeft}');
    expect(screen.getByText('2 / 10')).toBeVisible();
  });
});

describe('autoplay', () => {
  const after = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  test('is off by default', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderWithDiscovr(<Hero items={items} />);
    await after(60_000);
    expect(screen.getByText('1 / 10')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Pause slideshow' })).not.toBeInTheDocument();
  });

  test('stops and starts when the user clicks a button', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderWithDiscovr(<Hero items={items} autoPlayMs={5_000} />);
    await after(5_000);
    expect(screen.getByText('2 / 10')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Pause slideshow' }));
    await after(20_000);
    expect(screen.getByText('2 / 10')).toBeVisible();
    const play = screen.getByRole('button', { name: 'Play slideshow' });
    act(() => play.focus());
    fireEvent.click(play);
    await after(5_000);
    expect(screen.getByText('3 / 10')).toBeVisible();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  test.each([0, -1, NaN])('does not start when autoPlayMs is %d', async (autoPlayMs) => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderWithDiscovr(<Hero items={items} autoPlayMs={autoPlayMs} />);
    await after(20_000);
    expect(screen.getByText('1 / 10')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Play slideshow' })).toBeNull();
  });

  test('does not change titles rapidly when autoPlayMs exceeds the maximum delay of a timer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderWithDiscovr(<Hero items={items} autoPlayMs={1e15} />);
    await after(20_000);
    expect(screen.getByText('1 / 10')).toBeVisible();
  });

  test('pauses while the mouse is over the hero, the focus is in it, or the document is hidden', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    renderWithDiscovr(<Hero items={items} autoPlayMs={5_000} renderActions={actions} />);
    const region = screen.getByRole('region');
    fireEvent.mouseEnter(region);
    await after(20_000);
    fireEvent.mouseLeave(region);
    const play = screen.getByRole('button', { name: `Play ${items[0]!.title}` });
    act(() => play.focus());
    await after(20_000);
    act(() => play.blur());
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await after(20_000);
    expect(screen.getByText('1 / 10')).toBeVisible();
    visibility.mockRestore();
    await after(5_000);
    expect(screen.getByText('2 / 10')).toBeVisible();
  });

  test('pauses when the app has handlers for the mouse and the focus, which are called too', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const calls: string[] = [];
    const note = ({ type }: { type: string }) => calls.push(type);
    renderWithDiscovr(
      <Hero
        items={items}
        autoPlayMs={5_000}
        renderActions={actions}
        {...{ onMouseEnter: note, onMouseLeave: note, onFocus: note, onBlur: note }}
      />,
    );
    const region = screen.getByRole('region');
    fireEvent.mouseEnter(region);
    await after(20_000);
    fireEvent.mouseLeave(region);
    const play = screen.getByRole('button', { name: `Play ${items[0]!.title}` });
    act(() => play.focus());
    await after(20_000);
    expect(screen.getByText('1 / 10')).toBeVisible();
    act(() => play.blur());
    expect(calls).toEqual(['mouseenter', 'mouseleave', 'focus', 'blur']);
  });

  test('waits for a click on the play button when the user prefers reduced motion', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
    renderWithDiscovr(<Hero items={items} autoPlayMs={5_000} />);
    await after(20_000);
    expect(screen.getByText('1 / 10')).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Play slideshow' }));
    await after(5_000);
    expect(screen.getByText('2 / 10')).toBeVisible();
  });
});
