import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { severalHelp } from '../../test/support/emptyFilters.js';
import { loadStyles } from '../../test/support/loadStyles.js';
import { startOnTelevision, TELEVISION_SCREENS } from '../../test/support/televisionScreens.js';
import { heroItems, mediaItems } from '../../test/support/pageItems.js';
import { untilStill } from '../../test/support/untilStill.js';
import { visibleTexts } from '../../test/support/visibleTexts.js';
import {
  ActiveFilters,
  DeviceSignIn,
  DiscovrGate,
  EmptyPage,
  Hero,
  NavigationStack,
  PageFilterDialog,
  PageFilterForm,
  Rail,
  RailGroup,
  RemoteControl,
  TitleSheet,
  type RemoteControlProps,
} from '../index.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../testing/createTestDiscovr.js';

loadStyles();
startOnTelevision();

const ignore = () => undefined;
const stack = <NavigationStack history="none" pageProps={{ onItemClick: ignore }} />;
const form = <PageFilterForm defaultFilters={{ genres: [35, 18], with_watch_providers: ['8'], region: ['DE'] }} />;
const [title] = heroItems(1);

interface Screen {
  readonly name: string;
  readonly ui: ReactNode;
  /** Selector of what appears last. */
  readonly last: string;
  readonly session?: TestDiscovrOptions['session'];
}
const code: Screen = {
  name: 'sign-in by code',
  ui: <DeviceSignIn />,
  last: '.discovr-DeviceSignIn-code',
  session: 'signedOut',
};
const signIn: Screen = {
  name: 'sign-in',
  ui: <DiscovrGate />,
  last: '.discovr-DeviceSignIn-code',
  session: 'signedOut',
};
const profiles: Screen = {
  name: 'profiles',
  ui: <DiscovrGate />,
  last: '.discovr-ProfileTile-name',
  session: 'signedIn',
};
const empty: Screen = {
  name: 'empty page',
  ui: <EmptyPage filters={severalHelp} onFiltersChange={ignore} />,
  last: '.discovr-EmptyPage-actions',
};
const screens: readonly Screen[] = [
  { name: 'page', ui: stack, last: '.discovr-Rail-item img' },
  { name: 'form', ui: form, last: '.discovr-Option-logo' },
  {
    name: 'title sheet',
    ui: <TitleSheet mediaId={title!.id} item={title} onPlay={ignore} onClose={ignore} />,
    last: '.discovr-TitleSheet-providers li',
  },
  empty,
  code,
  signIn,
  profiles,
];

async function show({ ui, last, session = 'active' }: Screen, layout?: RemoteControlProps['layout']) {
  // Other titles could be too long for the first rail to be on a screen of 430 px.
  const { Wrapper, queryClient } = createTestDiscovr({ session, seed: 'television' });
  const view = await render(<RemoteControl layout={layout}>{ui}</RemoteControl>, { wrapper: Wrapper });
  await expect.poll(() => document.querySelector(last)).not.toBeNull();
  const untilLoaded = () => untilStill(() => queryClient.isFetching() > 0);
  await untilLoaded();
  return { ...view, untilLoaded };
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const boxOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
/** Returns how far the focus ring of an element extends. */
const ringOf = (element: Element) => {
  const { outlineWidth, outlineOffset } = getComputedStyle(element);
  return Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
};
const press = async (key: string) => {
  await userEvent.keyboard(`{${key}}`);
  await untilStill();
};

describe.each(TELEVISION_SCREENS)('on a screen of %i × %i', (width, height) => {
  beforeEach(() => page.viewport(width, height));

  test('the hero leaves the posters of the first rail whole', async () => {
    await show(screens[0]!);
    expect(boxOf('.discovr-Hero').height).toBeLessThanOrEqual(height * 0.6);
    const poster = boxOf('.discovr-Rail-item .discovr-Poster');
    expect(poster.height).toBeGreaterThan(height * 0.25);
    expect(poster.bottom).toBeLessThanOrEqual(height * 0.95);
  });

  test.each(screens)('texts of the $name are large enough and in the safe area', async (screen) => {
    await show(screen);
    const [across, along] = [width * 0.025, height * (48 / 1080)];
    // Drawn logos contain texts, too.
    const texts = visibleTexts(document.body).filter(({ element }) => !(element instanceof SVGElement));
    expect(texts.length).toBeGreaterThan(2);
    const sizes = texts.map(({ element }) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual((20 / 1080) * height);
    const scrolls = document.documentElement.scrollHeight > height;
    const cut = texts
      .filter(({ element }) => !element.closest('.discovr-Rail-list'))
      .filter(
        ({ area: { left, right, top, bottom } }) =>
          left < across || right > width - across || top < along || (!scrolls && bottom > height - along),
      );
    expect(cut.map(({ text }) => text)).toEqual([]);
  });
});

test.each([code, signIn, profiles, empty])('the $name is in the middle of the height', async (screen) => {
  await show(screen);
  const areas = visibleTexts(document.body).map(({ area }) => area);
  const pictures = all('.discovr-DeviceSignIn-qr, .discovr-EmptyPage-icon').map((each) => each.getBoundingClientRect());
  const top = Math.min(...[...areas, ...pictures].map((area) => area.top));
  const bottom = Math.max(...[...areas, ...pictures].map((area) => area.bottom));
  expect(Math.abs((top + bottom) / 2 - 540)).toBeLessThan(70);
  expect(document.documentElement.scrollHeight).toBe(1080);
});

test('the buttons of the app in the bar are as large as the tabs, and a focus ring does not touch the next button', async () => {
  const actions = (
    <>
      <button type="button" className="discovr-Button">
        Search
      </button>
      <button type="button" className="discovr-Button" data-variant="main">
        Profile
      </button>
    </>
  );
  const ui = <NavigationStack history="none" actions={actions} pageProps={{ onItemClick: ignore }} />;
  await show({ ...screens[0]!, ui });
  const [tab] = all('.discovr-NavigationTabs-tab');
  const buttons = all('.discovr-NavigationBar-actions > .discovr-Button');
  for (const button of buttons) {
    expect(getComputedStyle(button).fontSize).toBe(getComputedStyle(tab!).fontSize);
    expect(button.offsetHeight).toBeGreaterThanOrEqual(tab!.offsetHeight);
    expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(1920 - 48);
  }
  const [search, profile] = buttons.map((button) => button.getBoundingClientRect());
  buttons[0]!.focus();
  const ring = ringOf(buttons[0]!);
  expect(ring).toBeGreaterThanOrEqual(4);
  expect(profile!.left - search!.right).toBeGreaterThanOrEqual(ring + 2);
});

test('the tabs have room for the focus ring of the first tab, also after a brand', async () => {
  await show({
    ...screens[0]!,
    ui: <NavigationStack history="none" brand="Brand" pageProps={{ onItemClick: ignore }} />,
  });
  const [tab] = all('.discovr-NavigationTabs-tab');
  await press('ArrowUp');
  tab!.focus();
  expect(ringOf(tab!)).toBe(6);
  const list = boxOf('.discovr-NavigationTabs-list');
  const { left, top, bottom } = tab!.getBoundingClientRect();
  expect(Math.min(left - list.left, top - list.top, list.bottom - bottom)).toBeGreaterThanOrEqual(6);
});

test('the button that removes all chips is as high as the chips', async () => {
  const ui = <ActiveFilters filters={severalHelp} onFiltersChange={ignore} />;
  await show({ name: 'chips', ui, last: '.discovr-Chips-clearAll' });
  const [chip, clearAll] = [boxOf('.discovr-Chip'), boxOf('.discovr-Chips-clearAll')];
  expect([clearAll.top, clearAll.bottom]).toEqual([chip.top, chip.bottom]);
});

describe('the title sheet', () => {
  test('fills the screen: the picture is at the end side, and the texts beside it or on its dark edge', async () => {
    await show(screens[2]!);
    const { width, height } = boxOf('.discovr-TitleSheet');
    expect([width, height]).toEqual([1920, 1080]);
    const { left, right, height: pictureHeight } = boxOf('.discovr-TitleSheet-picture');
    expect([left, right, pictureHeight]).toEqual([768, 1920, 1080]);
    const ends = visibleTexts(document.querySelector('dialog')!).map(({ area }) => area.right);
    expect(Math.max(...ends)).toBeLessThan(left + (right - left) * 0.18);
  });

  test('is mirrored from right to left', async () => {
    await show({ ...screens[2]!, ui: <div dir="rtl">{screens[2]!.ui}</div> });
    const { left, right } = boxOf('.discovr-TitleSheet-picture');
    expect([left, right]).toEqual([0, 1152]);
    // Chromium 109 knows only this name.
    const { webkitMaskImage } = getComputedStyle(all('.discovr-TitleSheet-head')[0]!, '::after');
    expect(webkitMaskImage).toContain('to left');
  });

  test('has no close button, and gives its focus to the play control when it has loaded', async () => {
    const { Wrapper, control } = createTestDiscovr();
    control.setLatency(200);
    const focused: string[] = [];
    document.addEventListener('focusin', ({ target }) => focused.push((target as Element).className));
    await render(<RemoteControl>{screens[2]!.ui}</RemoteControl>, { wrapper: Wrapper });
    await press('ArrowDown');
    await expect.element(page.getByRole('button', { name: 'Play' })).toHaveFocus();
    expect(focused.filter((name) => name.includes('close'))).toEqual([]);
    await press('ArrowUp');
    await expect.element(page.getByRole('button', { name: 'Play' })).toHaveFocus();
    expect(page.getByRole('button', { name: 'Close' }).elements()).toHaveLength(0);
  });

  test('gives its focus to the button that loads a title again', async () => {
    const { Wrapper, control } = createTestDiscovr();
    control.failNext({ kind: 'status', status: 400 }, { times: 2 });
    await render(<RemoteControl>{screens[2]!.ui}</RemoteControl>, { wrapper: Wrapper });
    await press('ArrowDown');
    await expect.element(page.getByRole('button', { name: 'Try again' })).toHaveFocus();
  });

  test('has icons and labels in the middle of their buttons', async () => {
    await show(screens[2]!);
    expect(all('.discovr-TitleSheet-toggle')).toHaveLength(4);
    for (const toggle of all('.discovr-TitleSheet-toggle')) {
      const [icon, label] = [...toggle.children].map((child) => child.getBoundingClientRect());
      const { top, bottom } = toggle.getBoundingClientRect();
      expect((icon!.top + label!.bottom) / 2).toBeCloseTo((top + bottom) / 2, 0);
      expect(label!.height).toBeLessThan(40);
    }
  });
});

test('a hero has dots that take no focus, and no arrows', async () => {
  const [first, second, third] = heroItems(3);
  const look = () =>
    ['button', 'position', 'dot'].map((part) => all(`.discovr-Hero-${part}`).filter((each) => each.offsetWidth > 0));
  const hero = (preview?: typeof third) => <Hero items={[first!, second!]} href="#{id}" preview={preview} />;
  const view = await show({ name: 'hero', ui: hero(), last: '.discovr-Hero-slide img' });
  await userEvent.unhover(document.body);
  const [buttons, positions, dots] = look();
  expect([buttons!.length, positions!.length, dots!.length]).toEqual([0, 0, 2]);
  expect(getComputedStyle(dots![0]!, '::before').visibility).toBe('visible');
  dots![1]!.focus();
  expect(document.activeElement).not.toBe(dots![1]);
  await press('ArrowDown');
  await press('ArrowRight');
  await expect.poll(() => all('.discovr-Hero-dot')[1]!.getAttribute('aria-current')).toBe('true');
  await view.unmount();
  // Another title has no position.
  await show({ name: 'hero', ui: hero(third), last: '[data-preview] img' });
  expect(look().flat()).toEqual([]);
});

test('the focused tab is a plate without a mark', async () => {
  await show(screens[0]!);
  while (!document.activeElement!.matches('.discovr-NavigationTabs-tab')) await press('ArrowUp');
  expect(document.activeElement!.getAttribute('aria-current')).toBe('page');
  expect(getComputedStyle(document.activeElement!, '::after').backgroundColor).toBe('rgba(0, 0, 0, 0)');
});

test('the focused button of a hero is a white plate', async () => {
  await show({ name: 'hero', ui: <Hero items={heroItems(1)} href="#{id}" />, last: '.discovr-Hero-slide img' });
  await press('ArrowDown');
  const details = page.getByRole('link', { name: 'Details' });
  await expect.element(details).toHaveFocus();
  const { backgroundColor, boxShadow } = getComputedStyle(details.element());
  expect(backgroundColor).toBe('rgb(255, 255, 255)');
  expect(boxShadow).toContain('rgb(255, 255, 255)');
});

test('a hero of your own stands apart from the first rail in the light scheme', async () => {
  const ui = (
    <RailGroup>
      <Hero items={heroItems(1)} />
      <Rail title="New" type="media" items={mediaItems(9)} href="#{id}" />
    </RailGroup>
  );
  await show({ name: 'hero and rail', ui, last: '.discovr-Rail-item img' });
  expect(boxOf('.discovr-Rail-title').top - boxOf('.discovr-Hero').bottom).toBeCloseTo(30);
});

test('the code and the QR code are side by side', async () => {
  await show(code);
  expect(boxOf('.discovr-DeviceSignIn-qr').right).toBeLessThan(boxOf('.discovr-DeviceSignIn-code').left);
});

test('the buttons of a sign-in are in one row, filled, and a focus ring does not touch the next one', async () => {
  await show(signIn);
  const buttons = all('.discovr-DeviceSignIn-actions > button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['Cancel', 'Sign in on this device']);
  for (const button of buttons) expect(getComputedStyle(button).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  const [cancel, here] = buttons.map((button) => button.getBoundingClientRect());
  expect([here!.top, here!.bottom]).toEqual([cancel!.top, cancel!.bottom]);
  const { left, right } = boxOf('.discovr-DeviceSignIn-title');
  expect((cancel!.left + here!.right) / 2).toBeCloseTo((left + right) / 2, 0);
  buttons[0]!.focus();
  expect(here!.left - cancel!.right).toBeGreaterThanOrEqual(ringOf(buttons[0]!) + 8);
});

describe('a focused card', () => {
  test('grows at once, has a ring of 4 px that does not touch its neighbor, and shows its title', async () => {
    await show(screens[0]!);
    const cards = all('.discovr-Rail-item .discovr-Card').slice(0, 3);
    // The edges of their items, because a card under the pointer of an earlier test grows too.
    const places = () => cards.map((each) => each.closest('.discovr-Rail-item')!.getBoundingClientRect());
    const [before, after] = places();
    expect(after!.left - before!.right).toBeGreaterThanOrEqual(24);
    while (!document.activeElement!.matches('.discovr-Rail-item .discovr-Card')) await press('ArrowDown');
    const card = cards[1]!;
    let animations: Animation[] | undefined;
    const look = () => requestAnimationFrame(() => (animations = card.getAnimations()));
    card.addEventListener('focus', look, { once: true });
    await press('ArrowRight');
    await expect.poll(() => document.activeElement).toBe(card);
    expect(animations).toEqual([]);
    expect(card.getBoundingClientRect().width / places()[1]!.width).toBeGreaterThan(1.04);
    const { outlineWidth, outlineOffset } = getComputedStyle(card);
    expect(outlineWidth).toBe('4px');
    const { left, right, width } = card.getBoundingClientRect();
    const [first, own, third] = places();
    const ring = (width / own!.width) * (Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset));
    expect(left - ring).toBeGreaterThan(first!.right + 6);
    expect(right + ring).toBeLessThan(third!.left - 6);
  });

  test('shows its title, if no hero does', async () => {
    const ui = <Rail title="New" type="media" items={mediaItems(9)} href="#{id}" />;
    await show({ name: 'rail', ui, last: '.discovr-Rail-item img' });
    await press('ArrowDown');
    const card = document.activeElement!;
    expect(getComputedStyle(card, '::after').content).toContain(card.querySelector('img')!.alt);
  });

  test('shows the year and the length of a title below it, if its item has them', async () => {
    const [told] = heroItems(1).map((item) => ({ ...item, release_date: '2013-07-02', runtime: 149 }));
    const ui = <Rail title="New" type="media" items={[told!, ...mediaItems(9, 20)]} href="#{id}" />;
    await show({ name: 'rail', ui, last: '.discovr-Rail-item img' });
    const { bottom } = boxOf('.discovr-Rail-list');
    const lineOf = (part: '::before' | '::after') => getComputedStyle(document.activeElement!, part);
    await press('ArrowDown');
    expect(lineOf('::before').content).toContain('2013 · 2 hr 29 min');
    // Within the space that each rail has for a title of two lines.
    expect(Number.parseFloat(lineOf('::before').top)).toBeGreaterThanOrEqual(
      Number.parseFloat(lineOf('::after').top) + Number.parseFloat(lineOf('::after').height),
    );
    const { top, height } = document.activeElement!.getBoundingClientRect();
    const scale = height / (document.activeElement as HTMLElement).offsetHeight;
    const end = Number.parseFloat(lineOf('::before').top) + Number.parseFloat(lineOf('::before').height);
    expect(top + end * scale).toBeLessThan(bottom);
    await press('ArrowRight');
    expect(lineOf('::before').content).toBe('none');
  });

  test('is at the same height in each row', async () => {
    await show(screens[0]!);
    await press('ArrowDown');
    const rows: number[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await press(key);
      rows.push(document.activeElement!.closest('.discovr-Rail-list')!.getBoundingClientRect().top);
    }
    expect(window.scrollY).toBeGreaterThan(500);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(2);
  });
});

describe('a focused control', () => {
  const fillOf = (element: Element) => getComputedStyle(element).backgroundColor;
  const luminance = (color: string) =>
    color
      .match(/\d+/g)!
      .slice(0, 3)
      .map(Number)
      .reduce((sum, part) => sum + part, 0);

  test.each(['dark', 'light'] as const)('is a plate, also beside a chosen one, in the %s scheme', async (scheme) => {
    await show({ ...screens[1]!, ui: <div data-discovr-scheme={scheme}>{form}</div> });
    await press('ArrowDown');
    const [focused] = all('.discovr-Option:not([data-chosen])');
    focused!.querySelector('input')!.focus();
    const plate = luminance(fillOf(focused!));
    expect(scheme === 'dark' ? plate : 765 - plate).toBeGreaterThan(680);
    const text = luminance(getComputedStyle(focused!).color);
    expect(Math.abs(plate - text)).toBeGreaterThan(600);
    const chosen = all('.discovr-Option[data-chosen], .discovr-Segment[data-chosen]').filter(
      (each) => each !== focused,
    );
    expect(chosen.length).toBeGreaterThan(2);
    for (const each of chosen) expect(fillOf(each)).not.toBe(fillOf(focused!));
  });

  test('does not touch its neighbor', async () => {
    await show(screens[1]!);
    const [first, second] = all('.discovr-Segment').map((each) => each.getBoundingClientRect());
    expect(second!.left - first!.right).toBeGreaterThanOrEqual(8);
  });
});

describe('the form', () => {
  test('has two full rows of services, all of one height', async () => {
    await show({ ...screens[1]!, ui: <PageFilterForm /> });
    const tiles = all('[data-look="tiles"] .discovr-Option');
    expect(tiles).toHaveLength(12);
    const rows = tiles.map((tile) => Math.round(tile.getBoundingClientRect().top));
    expect(rows.filter((row) => row === rows[0])).toHaveLength(6);
    expect(new Set(rows).size).toBe(2);
    expect(new Set(tiles.map((tile) => tile.offsetHeight)).size).toBe(1);
  });

  test('has small buttons as high as chips, clear of what is above and below them', async () => {
    await show(screens[1]!);
    const small = all('.discovr-PageFilterForm .discovr-TextButton').filter((button) => button.checkVisibility());
    expect(small.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Clear', 'Change', 'Show all 249']),
    );
    for (const button of small) expect(button.offsetHeight).toBeGreaterThanOrEqual(48);
    const genres = page.getByRole('group', { name: 'Genres' }).element();
    const { bottom } = genres.querySelector('.discovr-TextButton')!.getBoundingClientRect();
    expect(genres.querySelector('.discovr-Option')!.getBoundingClientRect().top - bottom).toBeGreaterThanOrEqual(16);
  });

  test('has one column, with the shortcuts of a range before its fields', async () => {
    await show(screens[1]!);
    const starts = new Set(all('.discovr-FilterGroup').map((group) => group.getBoundingClientRect().left));
    expect([...starts]).toEqual([96]);
    expect(all('.discovr-Range')).toHaveLength(2);
    for (const fields of all('.discovr-Range')) {
      const shortcuts = fields.parentElement!.querySelector('.discovr-Shortcuts')!.getBoundingClientRect();
      expect(shortcuts.bottom).toBeLessThanOrEqual(fields.getBoundingClientRect().top);
      expect(shortcuts.top).toBeGreaterThan(
        fields.parentElement!.querySelector('legend span')!.getBoundingClientRect().top,
      );
    }
  });

  test('has room for the focus ring of an option', async () => {
    await show(screens[1]!);
    // A list that scrolls clips what is outside it.
    const lists = all('.discovr-OptionList').filter((list) => getComputedStyle(list).overflowY !== 'visible');
    expect(lists.length).toBeGreaterThan(0);
    for (const list of lists) {
      const [outer, option] = [list, list.querySelector('.discovr-Option')!].map((each) =>
        each.getBoundingClientRect(),
      );
      expect(option!.left - outer!.left).toBeGreaterThanOrEqual(6);
    }
  });

  test('fills the screen in its dialog, with its buttons in the safe area, and Back in place of a close button', async () => {
    await show({ name: 'dialog', ui: <PageFilterDialog />, last: '.discovr-OpenButton' });
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect.element(page.getByRole('checkbox', { name: 'Netflix', exact: true })).toBeInTheDocument();
    const { width, height } = boxOf('.discovr-Sheet');
    expect([width, height]).toEqual([1920, 1080]);
    expect(getComputedStyle(all('.discovr-Sheet-close')[0]!).visibility).toBe('hidden');
    for (const button of all('.discovr-Actions .discovr-Button')) {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      expect(Math.min(left, top, 1920 - right, 1080 - bottom)).toBeGreaterThanOrEqual(48);
    }
  });
});

describe('the layout is the same as without a remote control', () => {
  // Titles of items outside the visible part of a rail are for screen readers.
  const isSeen = (element: Element) =>
    !element.matches('[data-title-only]') && !element.querySelector(':scope > [data-title-only]');
  const look = () =>
    all('[class*="discovr-"]:not(.discovr-RemoteControl)')
      .filter(isSeen)
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const { fontSize, padding, outlineWidth } = getComputedStyle(element);
        return [element.className, left, top, width, height, fontSize, padding, outlineWidth].join(' ');
      });
  const phoneAndTablet = [
    [390, 844],
    [932, 430],
    [1024, 768],
  ] as const;
  const cases = phoneAndTablet.flatMap(([width, height]) =>
    screens.slice(0, 2).map(({ name, ...screen }) => ({ name, screen, width, height })),
  );

  test.each(cases)('for the $name at $width × $height', async ({ name, screen, width, height }) => {
    await page.viewport(width, height);
    const { rerender, untilLoaded } = await show({ name, ...screen });
    const onTelevision = look();
    expect(onTelevision.length).toBeGreaterThan(30);
    await rerender(<RemoteControl layout="none">{screen.ui}</RemoteControl>);
    await untilLoaded();
    expect(onTelevision).toEqual(look());
  });

  test('on a computer, when the app says so', async () => {
    await show(screens[1]!, 'none');
    expect(boxOf('.discovr-FilterGroup').left - boxOf('.discovr-PageFilterForm').left).toBe(20);
  });
});
