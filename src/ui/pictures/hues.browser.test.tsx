import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { contrastBetween, type Color } from '../../../test/support/contrast.js';
import { loadStyles } from '../../../test/support/loadStyles.js';
import { mediaItems, navigationItems } from '../../../test/support/pageItems.js';
import type { MediaItem } from '../../api/media.js';
import { MediaCard } from '../../components/MediaCard/MediaCard.js';
import { Rail } from '../../components/Rail/Rail.js';
import { tileColors } from '../../components/Rail/RailCard.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';

loadStyles();
beforeAll(() => page.viewport(1280, 720));

const [title] = mediaItems(1) as [MediaItem];
const bare = { ...title, poster_path: null };
const { Wrapper } = createTestDiscovr();
/** The parts of a computed color without transparency. */
const rgb = (color: string) => color.match(/\d+/g)!.map(Number) as Color;
const styleOf = (element: Element) => getComputedStyle(element);

/** What is painted for titles without posters. */
async function drawn(items: readonly object[]) {
  const view = await render(
    <>
      {items.map((item) => (
        <MediaCard key={JSON.stringify(item)} item={{ ...bare, ...item }} style={{ inlineSize: '120px' }} />
      ))}
    </>,
    { wrapper: Wrapper },
  );
  return [...view.container.querySelectorAll('.discovr-Poster-drawn')].map(styleOf);
}

describe('a title without a poster', () => {
  test('has the color of its first genre, and otherwise one that follows from its id', async () => {
    const [drama, sameGenre, comedy, none, sameId, unreadable] = (
      await drawn([
        { id: 'MV_1', genres: [18, 35] },
        { id: 'TV_2', genres: [18] },
        { id: 'MV_1', genres: [35] },
        { id: 'MV_9' },
        { id: 'MV_9', genres: [] },
        { id: 'MV_9', genres: 'Drama' },
      ])
    ).map(({ backgroundColor }) => backgroundColor);
    expect(sameGenre).toBe(drama);
    expect(comedy).not.toBe(drama);
    expect([sameId, unreadable === undefined]).toEqual([none, false]);
  });

  test.each(['light', 'dark'])('has a contrast of at least 4.5 on each color: %s', async (scheme) => {
    document.documentElement.dataset['discovrScheme'] = scheme;
    onTestFinished(() => void delete document.documentElement.dataset['discovrScheme']);
    const styles = await drawn(Array.from({ length: 12 }, (_, index) => ({ id: `MV_${index}` })));
    expect(new Set(styles.map(({ backgroundColor }) => backgroundColor)).size).toBe(12);
    for (const { color, backgroundColor } of styles)
      expect(contrastBetween(rgb(color), rgb(backgroundColor))).toBeGreaterThanOrEqual(4.5);
  });

  test('has the colors of the system in forced colors', async () => {
    await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
    const [{ color, backgroundColor } = styleOf(document.body)] = await drawn([{}]);
    const system = styleOf(document.body);
    expect([color, backgroundColor]).toEqual([system.color, 'rgb(255, 255, 255)']);
  });
});

test('an item of a long rail that is only a title has its color', async () => {
  const items = mediaItems(60).map((item) => ({ ...item, poster_path: null }));
  const tiles = Array.from({ length: 60 }, (_, index) => ({
    ...navigationItems[0]!,
    id: `n${index}`,
    title: `T${index}`,
  }));
  await render(
    <>
      <Rail title="Titles" type="media" items={items} href="#{id}" />
      <Rail title="Places" type="navigation" items={tiles} href={({ id }) => `#${id}`} />
    </>,
    { wrapper: Wrapper },
  );
  const only = (type: string) => [...document.querySelectorAll(`[data-type='${type}'] [data-title-only]`)];
  await expect.poll(() => only('media').length && only('navigation').length).toBeGreaterThan(5);
  for (const card of [...only('media'), ...only('navigation')]) {
    expect(styleOf(card).backgroundColor).not.toBe(
      styleOf(card.closest('.discovr-Root')!).getPropertyValue('--d-surface-2'),
    );
    expect(styleOf(card).color).toBe('rgb(255, 255, 255)');
  }
  const [tile] = only('navigation') as [HTMLElement];
  const position = Number(tile.parentElement!.dataset['position']);
  const probe = document.body.appendChild(document.createElement('i'));
  probe.dataset['hue'] = String(tileColors(tiles)[position]);
  probe.style.color = 'var(--d-hue)';
  expect(styleOf(tile).backgroundColor).toBe(styleOf(probe).color);
  probe.remove();
});
