import { useState, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { startOnTelevision } from '../../../test/support/televisionScreens.js';
import { untilStill } from '../../../test/support/untilStill.js';
import {
  ActiveFilters,
  DiscovrPage,
  NavigationStack,
  RemoteControl,
  type DiscovrPageProps,
  type FilterSpec,
} from '../../index.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';

loadStyles();
startOnTelevision();

const active = () => document.activeElement!;
/** Width of the edge that old televisions may cut off, in pixels. */
const SAFE_PX = 48;
const CHIP = '.discovr-Chip';
const TAB = '.discovr-NavigationTabs-tab';
const SLIDE = '.discovr-Hero-slide *';
const CARD = '.discovr-MediaCard';

function Chips() {
  const [filters, setFilters] = useState<FilterSpec>({ genres: [35, 18], region: ['DE'] });
  return <ActiveFilters filters={filters} onFiltersChange={setFilters} />;
}

/** Renders an app with controls above a page, and focuses the hero. */
async function show(above: ReactNode, aboveAll?: ReactNode, renderHeroActions?: DiscovrPageProps['renderHeroActions']) {
  const { Wrapper, queryClient } = createTestDiscovr({ seed: 'own controls' });
  await render(
    <RemoteControl>
      {aboveAll}
      <NavigationStack history="none">
        {({ pageId }) => (
          <>
            {above}
            <DiscovrPage pageId={pageId} title={null} onItemClick={() => undefined} {...{ renderHeroActions }} />
          </>
        )}
      </NavigationStack>
    </RemoteControl>,
    { wrapper: Wrapper },
  );
  await vi.waitFor(() => expect(document.querySelector(`.discovr-Rail ${CARD}`)).not.toBeNull());
  const isAtRest = () => untilStill(() => queryClient.isFetching() > 0);
  await isAtRest();
  const press = async (key: 'Up' | 'Down' | 'Right') => {
    await userEvent.keyboard(`{Arrow${key}}`);
    await isAtRest();
  };
  // On a television, the hero has the focus when it is loaded. A page in a frame waits for a key.
  if (!active().matches(SLIDE)) await press('Down');
  expect(active().matches(SLIDE)).toBe(true);
  return press;
}

describe('controls between the tabs and the page', () => {
  test('are reached from the hero and from the tabs', async () => {
    const press = await show(<Chips />);
    const places: string[] = [];
    for (const key of ['Up', 'Up', 'Down', 'Down', 'Down', 'Up', 'Up', 'Up'] as const) {
      await press(key);
      places.push([CHIP, TAB, SLIDE, CARD].find((place) => active().matches(place)) ?? active().className);
    }
    expect(places).toEqual([CHIP, TAB, CHIP, SLIDE, CARD, SLIDE, CHIP, TAB]);
  });

  test('are reached line by line, and are never covered by the tabs', async () => {
    const press = await show(
      <>
        <Chips />
        <p style={{ margin: 0, blockSize: 100 }} />
        <label style={{ display: 'block', blockSize: 60 }}>
          <input type="checkbox" style={{ inlineSize: 1, blockSize: 1 }} /> Subtitles
        </label>
        <button type="button" style={{ display: 'block', blockSize: 60 }}>
          Shuffle
        </button>
      </>,
    );
    await press('Down');
    await press('Up');
    const bar = document.querySelector('.discovr-NavigationBar')!;
    for (const place of ['button', 'input', CHIP]) {
      await press('Up');
      expect(active().matches(place)).toBe(true);
      const { top } = (active().closest('label') ?? active()).getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(bar.getBoundingClientRect().bottom);
    }
  });
});

test('a field and a choice in the hero are left with the arrow keys', async () => {
  const actions = (
    <>
      <input aria-label="Note" />
      <select aria-label="Rating">
        <option>Good</option>
        <option>Bad</option>
      </select>
    </>
  );
  const press = await show(null, undefined, () => actions);
  const fields = () => [...document.querySelectorAll<HTMLSelectElement>('[data-shown] :is(input, select)')];
  expect(active()).toBe(fields()[0]);
  await press('Right');
  expect(active()).toBe(fields()[1]);
  await press('Down');
  expect(active().matches(CARD)).toBe(true);
  expect(fields()[1]!.value).toBe('Good');
  await press('Up');
  expect(fields()).toContain(active());
  await press('Up');
  expect(active().matches(TAB)).toBe(true);
});

test('chips above the tabs keep their distance from the edge of the screen', async () => {
  const press = await show(
    null,
    <div style={{ paddingBlock: '200px 300px' }}>
      <Chips />
    </div>,
  );
  await press('Down');
  await press('Up');
  await press('Up');
  expect(active().matches(TAB)).toBe(true);
  await press('Up');
  expect(active().matches(CHIP)).toBe(true);
  expect(active().getBoundingClientRect().top).toBeGreaterThanOrEqual(SAFE_PX);
});

test.each(['margin', 'padding'] as const)(
  'a fixed menu beside the page (%s) is reached from the hero and from the start of each rail',
  async (space) => {
    const { Wrapper, queryClient } = createTestDiscovr({ seed: 'own controls' });
    const { container } = await render(
      <RemoteControl>
        <nav style={{ position: 'fixed', insetBlockStart: 40, insetInlineStart: 0, inlineSize: 150 }}>
          {['Home', 'Search', 'Settings'].map((name) => (
            <button key={name} type="button" className="menu" style={{ display: 'block', blockSize: 60 }}>
              {name}
            </button>
          ))}
        </nav>
        <main style={{ [space]: '0 0 0 160px' }}>
          <div style={{ '--discovr-width': 'calc(100vw - 160px)' }}>
            <NavigationStack history="none">
              {({ pageId }) => <DiscovrPage pageId={pageId} title={null} onItemClick={() => undefined} />}
            </NavigationStack>
          </div>
        </main>
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await vi.waitFor(() => expect(container.querySelector(`.discovr-Rail ${CARD}`)).not.toBeNull());
    const press = async (key: 'Up' | 'Down' | 'Left') => {
      await userEvent.keyboard(`{Arrow${key}}`);
      await untilStill(() => queryClient.isFetching() > 0);
    };
    await untilStill(() => queryClient.isFetching() > 0);
    if (!active().matches(SLIDE)) await press('Down');
    expect(active().matches(SLIDE)).toBe(true);
    const hero = active() as HTMLElement;
    for (const downs of [0, 1, 3]) {
      hero.focus();
      for (let count = 0; count < downs; count++) await press('Down');
      expect(active().matches(downs === 0 ? SLIDE : '.discovr-Rail *')).toBe(true);
      await press('Left');
      expect(active().className).toBe('menu');
    }
  },
);
