import { describe, expect, test } from 'vitest';
import { mediaItems, navigationItems, providerItems } from '../../../test/support/pageItems.js';
import { watchProviders } from '../../filters/vocabulary/watchProviders.js';
import { en } from '../../messages/en.js';
import { tileColors } from './RailCard.js';

const destination = (title: string) => ({ ...navigationItems[0]!, title });

describe('the colors of tiles', () => {
  test('are those of the brands of watch providers', () => {
    expect(tileColors(providerItems)).toEqual(watchProviders.map(({ color }) => color));
  });

  test('are the same for a title in every list, whatever its id', () => {
    const [color] = tileColors([destination('Comedy')]);
    expect(tileColors([{ ...destination('Comedy'), id: 'other' }])).toEqual([color]);
  });

  test('of titles follow from their first genre, and differ between neighbors', () => {
    const [item] = mediaItems(1);
    const titles = [35, 28, 28, 28, 18].map((genre) => ({ ...item!, genres: [genre] }));
    expect(tileColors(titles)).toEqual([11, 4, 6, 7, 8]);
  });

  test('have six different hues in a row of six', () => {
    const colors = tileColors(['Comedy', 'Comedy', 'Comedy', ...Object.values(en.genres)].map(destination));
    for (const index of colors.keys()) {
      const screenful = colors.slice(index, index + 6);
      expect(new Set(screenful.map((color) => Number(color) % 6)).size).toBe(screenful.length);
    }
  });
});
