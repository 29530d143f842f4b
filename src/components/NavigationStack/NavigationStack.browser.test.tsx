import { Activity, StrictMode, useRef } from 'react';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { paintOf } from '../../../test/support/contrast.js';
import { untilStill } from '../../../test/support/untilStill.js';
import css from '../../styles/styles.css?inline';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { NavigationStack, type NavigationStackProps } from './NavigationStack.js';

const sheet = document.createElement('style');
sheet.textContent = css;
beforeAll(() => document.head.append(sheet));
afterAll(() => sheet.remove());
beforeEach(() => {
  window.history.pushState(null, '');
  window.scrollTo(0, 0);
});

const hrefOf = ({ id }: { id: string }) => `#${id}`;

async function show(props: Partial<NavigationStackProps> = {}) {
  const discovr = createTestDiscovr({ seed: 'navigation' });
  const view = await render(
    <StrictMode>
      <NavigationStack {...props} pageProps={{ href: hrefOf }} />
    </StrictMode>,
    { wrapper: discovr.Wrapper },
  );
  await isReady();
  return { ...discovr, ...view };
}

const root = () => document.querySelector<HTMLElement>('.discovr-NavigationStack')!;
const level = () => root().dataset['level'];
const tab = (name: string) => page.getByRole('button', { name, exact: true });
const isReady = () =>
  vi.waitFor(() => expect(root().querySelector('[data-row-id="hero"][data-state="ready"]')).not.toBeNull());

/** Scrolls down to the first rail of navigation items and returns it once its items have loaded. */
async function destinations() {
  return vi.waitFor(() => {
    const rail = root().querySelector<HTMLElement>('[data-type="navigation"][data-state="ready"]');
    if (!rail) window.scrollBy({ top: 400, behavior: 'instant' });
    expect(rail).not.toBeNull();
    return rail!;
  });
}

/** Focuses the third navigation item by keyboard and opens it. Returns its title and its top edge in pixels. */
async function goIn() {
  const rail = await destinations();
  rail.querySelector<HTMLElement>('[tabindex="0"]')!.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await vi.waitFor(() =>
    expect(document.activeElement!.closest('[data-position]')).toHaveProperty('dataset.position', '2'),
  );
  const opened = document.activeElement as HTMLElement;
  await untilStill();
  const top = itemTop();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(level()).toBe('1'));
  return { title: opened.textContent, top };
}

/** Returns the top edge of the list item with the focus. The item inside it grows under the pointer. */
const itemTop = () => document.activeElement!.closest('[data-position]')!.getBoundingClientRect().top;

describe.each(['browser', 'none'] as const)('opening a page and going back (history: %s)', (history) => {
  test('starts at the top with the heading focused, and returns to the opened item and its position', async () => {
    await show({ history });
    const { title, top } = await goIn();
    await expect.element(page.getByRole('heading', { level: 1, name: title })).toHaveFocus();
    expect(window.scrollY).toBe(0);
    await isReady();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(level()).toBe('0'));
    await vi.waitFor(() => expect(document.activeElement!.textContent).toBe(title));
    await vi.waitFor(() => expect(Math.abs(itemTop() - top)).toBeLessThan(2));
    expect(document.activeElement!.closest('[data-row-id]')).not.toBeNull();
  });

  test('returns with the back button of the page', async () => {
    await show({ history });
    const { title, top } = await goIn();
    await page.getByRole('button', { name: 'Back to Home' }).click();
    await vi.waitFor(() => expect(document.activeElement!.textContent).toBe(title));
    await vi.waitFor(() => expect(Math.abs(itemTop() - top)).toBeLessThan(2));
  });
});

test('Back and Forward restore places, and unmounting restores the app’s scroll restoration setting', async () => {
  const before = window.history.scrollRestoration;
  const { unmount } = await show();
  const { title, top } = await goIn();
  await isReady();
  window.scrollTo({ top: 500, behavior: 'instant' });
  window.history.back();
  await vi.waitFor(() => expect(document.activeElement!.textContent).toBe(title));
  await vi.waitFor(() => expect(Math.abs(itemTop() - top)).toBeLessThan(2));
  window.history.forward();
  await vi.waitFor(() => expect(level()).toBe('1'));
  await vi.waitFor(() => expect(Math.abs(window.scrollY - 500)).toBeLessThan(2));
  expect(window.history.scrollRestoration).toBe('manual');
  await unmount();
  expect(window.history.scrollRestoration).toBe(before);
});

test('a tab restores its scroll position, and scrolls to its top when it is selected again', async () => {
  const { queryClient } = await show();
  await destinations();
  window.scrollTo({ top: 700, behavior: 'instant' });
  const top = () => root().querySelector('[data-type="navigation"]')!.getBoundingClientRect().top;
  await untilStill(() => queryClient.isFetching() > 0);
  const before = top();
  await tab('Movies').click();
  await isReady();
  expect(window.scrollY).toBe(0);
  await tab('Home').click();
  await vi.waitFor(() => expect(Math.abs(top() - before)).toBeLessThan(2));
  await expect.element(tab('Home')).toHaveFocus();
  await tab('Home').click();
  await vi.waitFor(() => expect(window.scrollY).toBe(0));
});

describe('a page that is shorter than when the user left it', () => {
  const late: NavigationStackProps['children'] = ({ level: deep, open }) =>
    deep === 0 ? (
      <button type="button" onClick={() => open({ id: 'a', title: 'Further in', pageId: 'a' })}>
        In
      </button>
    ) : (
      <p>Short</p>
    );
  /** Adds content below the button, as loaded rows would. */
  const lengthen = () => {
    const rows = document.createElement('div');
    rows.style.height = '4000px';
    goInButton.element().after(rows);
  };
  const goInButton = page.getByRole('button', { name: 'In', exact: true });
  const goInFrom = async (top: number) => {
    const discovr = createTestDiscovr();
    await render(<NavigationStack>{late}</NavigationStack>, { wrapper: discovr.Wrapper });
    await expect.element(goInButton).toBeVisible();
    lengthen();
    window.scrollTo({ top, behavior: 'instant' });
    (goInButton.element() as HTMLElement).click();
    await expect.element(page.getByText('Short')).toBeVisible();
    window.history.back();
    await vi.waitFor(() => expect(level()).toBe('0'));
    expect(window.scrollY).toBeLessThan(100);
  };

  test('is scrolled to its place as soon as it is long enough', async () => {
    await goInFrom(2000);
    lengthen();
    await vi.waitFor(() => expect(window.scrollY).toBe(2000));
  });

  test('is not scrolled to its place after the user has scrolled', async () => {
    await goInFrom(2000);
    window.dispatchEvent(new WheelEvent('wheel'));
    lengthen();
    await untilStill();
    expect(window.scrollY).toBeLessThan(100);
  });
});

describe('scrollContainer', () => {
  function Framed() {
    const frame = useRef<HTMLDivElement>(null);
    return (
      <div ref={frame} data-testid="frame" style={{ height: 400, overflow: 'auto' }}>
        <NavigationStack scrollContainer={frame}>
          {({ level: deep, open }) => (
            <div style={{ height: deep === 0 ? 3000 : 1000 }}>
              <button
                type="button"
                style={{ marginTop: deep === 0 ? 1200 : 0 }}
                onClick={() => open({ id: 'a', title: 'Further in', pageId: 'a' })}
              >
                In
              </button>
            </div>
          )}
        </NavigationStack>
      </div>
    );
  }
  const frame = () => page.getByTestId('frame').element();
  const goInButton = page.getByRole('button', { name: 'In', exact: true });

  test('scrolls instead of the window', async () => {
    await render(<Framed />, { wrapper: createTestDiscovr().Wrapper });
    await goInButton.click();
    await vi.waitFor(() => expect(level()).toBe('1'));
    expect(frame().scrollTop).toBe(0);
    expect(window.history.scrollRestoration).toBe('auto');
    await page.getByRole('button', { name: 'Back to Home' }).click();
    await vi.waitFor(() => expect(frame().scrollTop).toBeGreaterThan(500));
  });

  test('keeps its place when the route of the app changes and the user comes back', async () => {
    const { rerender } = await render(<Framed />, { wrapper: createTestDiscovr().Wrapper });
    await goInButton.click();
    await vi.waitFor(() => expect(level()).toBe('1'));
    frame().scrollTop = 300;
    await rerender(<p>Elsewhere</p>);
    await rerender(<Framed />);
    await vi.waitFor(() => expect(level()).toBe('1'));
    await vi.waitFor(() => expect(frame().scrollTop).toBe(300));
  });
});

const levels: NavigationStackProps['children'] = ({ level: deep, open }) => (
  <>
    <button type="button" aria-current="true">
      Dot
    </button>
    {deep === 0 && (
      <button type="button" onClick={() => open({ id: 'a', title: 'Further in', pageId: 'a' })}>
        In
      </button>
    )}
  </>
);

test('what has the focus keeps it when React hides the stack and shows it again', async () => {
  const App = ({ mode }: { mode: 'visible' | 'hidden' }) => (
    <>
      <Activity mode={mode}>
        <NavigationStack history="none">{levels}</NavigationStack>
      </Activity>
      <button type="button">Outside</button>
    </>
  );
  const { rerender } = await render(<App mode="visible" />, { wrapper: createTestDiscovr().Wrapper });
  await tab('In').click();
  await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('Further in'));
  await tab('Outside').click();
  await rerender(<App mode="hidden" />);
  await rerender(<App mode="visible" />);
  await untilStill();
  await expect.element(tab('Outside')).toHaveFocus();
});

test('the selected tab takes a lost focus, even if the bar comes after the page', async () => {
  const ui = (
    <NavigationStack history="none" placement="bottom">
      {levels}
    </NavigationStack>
  );
  await render(ui, { wrapper: createTestDiscovr().Wrapper });
  await tab('In').click();
  await vi.waitFor(() => expect(level()).toBe('1'));
  await tab('Back to Home').click();
  await expect.element(tab('Home')).toHaveFocus();
});

describe.each(['ltr', 'rtl'] as const)('a remote (%s)', (dir) => {
  const [on, back] = dir === 'ltr' ? ['{ArrowRight}', '{ArrowLeft}'] : ['{ArrowLeft}', '{ArrowRight}'];

  test('moves along the tabs, down to the page, and back up to the active tab', async () => {
    await show({ dir });
    (tab('Home').element() as HTMLElement).focus();
    await userEvent.keyboard(`${on}${on}`);
    await expect.element(tab('Series')).toHaveFocus();
    await userEvent.keyboard(`${on}${back}`);
    await expect.element(tab('Movies')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement!.closest('[data-row-id]')).toHaveProperty('dataset.rowId', 'hero');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(tab('Home')).toHaveFocus();
  });
});

test('a focused element is never covered by the tabs', async () => {
  await show();
  await destinations();
  const tabs = root().querySelector('nav')!;
  const rails = [...root().querySelectorAll<HTMLElement>('[data-row-id][data-state="ready"]')];
  rails.at(-1)!.querySelector<HTMLElement>('[tabindex="0"], a, button')!.focus();
  for (let step = 0; step < rails.length - 1; step += 1) {
    await userEvent.keyboard('{ArrowUp}');
    const { top } = document.activeElement!.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(tabs.getBoundingClientRect().bottom);
  }
});

test('a press of the mouse on a tab that is cut off selects it', async () => {
  const tabs = Array.from({ length: 14 }, (_, index) => ({ id: `${index}`, name: `A long name ${index}` }));
  // The frame of the test is not scaled at this height.
  await page.viewport(390, 700);
  await show({ tabs });
  const list = root().querySelector('.discovr-NavigationTabs-list')!.getBoundingClientRect();
  const cut = [...root().querySelectorAll<HTMLElement>('.discovr-NavigationTabs-tab')].find(
    (each) => each.getBoundingClientRect().right > list.right,
  )!;
  const { left, top, height } = cut.getBoundingClientRect();
  const offset = window.frameElement!.getBoundingClientRect();
  const [x, y] = [offset.left + (left + list.right) / 2, offset.top + top + height / 2];
  for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased'] as const) {
    await cdp().send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    await untilStill();
  }
  await expect.element(tab(cut.textContent)).toHaveAttribute('aria-current', 'page');
  await vi.waitFor(() => expect(cut.getBoundingClientRect().right).toBeLessThanOrEqual(list.right));
});

test('many tabs scroll sideways without making the document scroll sideways', async () => {
  const tabs = Array.from({ length: 14 }, (_, index) => ({ id: `${index}`, name: `A long name ${index}` }));
  await page.viewport(390, 800);
  await show({ tabs });
  await tab('A long name 13').click();
  const own = tab('A long name 13').element().getBoundingClientRect();
  expect(own.right).toBeLessThanOrEqual(innerWidth);
  expect(own.height).toBeGreaterThanOrEqual(44);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
});

describe.each(['ltr', 'rtl'] as const)('tabs that do not fit (%s)', (dir) => {
  const names = Array.from({ length: 14 }, (_, index) => `Tab number ${index}`);
  const tabs = names.map((name) => ({ id: name, name }));
  const tabList = () => root().querySelector<HTMLElement>('.discovr-NavigationTabs-list')!;
  const filled = document.createElement('style');
  filled.textContent = '.discovr-NavigationTabs-item { background-color: rgb(0 0 0); }';

  /** Returns the lightest painted color near the left and the right edge of the tabs: 0 is black, 255 is white. */
  async function edges() {
    const colorsIn = await paintOf(tabList());
    const { left, right, top } = tabList().getBoundingClientRect();
    return [left + 20, right - 26].map((x) =>
      Math.max(...colorsIn(new DOMRect(x, top + 10, 6, 4)).map(([red]) => red)),
    );
  }

  test('fade only on the side where more of them follow', async () => {
    document.head.append(filled);
    await page.viewport(390, 800);
    await show({ tabs, dir, overlaysHero: false });
    const [start, end] = dir === 'ltr' ? [0, 1] : [1, 0];
    const isFading = (paint: number) => paint > 80;
    const sides = async (at: string) => {
      const shown = await edges();
      return `${at}: ${[isFading(shown[start]!) && 'start', isFading(shown[end]!) && 'end'].filter(Boolean).join(' ')}`;
    };
    await vi.waitFor(() => expect(tabList().dataset['more']).toBeTruthy());
    expect(await sides('first')).toBe('first: end');
    await tab(names[6]!).click();
    await untilStill();
    expect(await sides('middle')).toBe('middle: start end');
    await tab(names.at(-1)!).click();
    await untilStill();
    expect(await sides('last')).toBe('last: start');
    filled.remove();
  });

  test('keep the focused tab out of the fading edge', async () => {
    await page.viewport(390, 800);
    await show({ tabs, dir });
    (tab(names[0]!).element() as HTMLElement).focus();
    const fade = 40;
    for (const name of names.slice(1, -1)) {
      await userEvent.keyboard(dir === 'ltr' ? '{ArrowRight}' : '{ArrowLeft}');
      await expect.element(tab(name)).toHaveFocus();
      await vi.waitFor(() => {
        const own = tab(name).element().getBoundingClientRect();
        const outer = tabList().getBoundingClientRect();
        const sides = tabList().dataset['more'] ?? '';
        expect(own.left, name).toBeGreaterThanOrEqual(outer.left + (sides.includes('left') ? fade : 0));
        expect(own.right, name).toBeLessThanOrEqual(outer.right - (sides.includes('right') ? fade : 0));
      });
    }
  });
});
