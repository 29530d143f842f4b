import { describe, expect, test } from 'vitest';
import { navigationItems, providerItems } from '../../../test/support/pageItems.js';
import { watchProviders } from '../../filters/vocabulary/watchProviders.js';
import { en } from '../../messages/en.js';
import { tileColors } from './tileColors.js';

const destination = (title: string) => ({ ...navigationItems[0]!, title });

describe('the colors of tiles', () => {
  test('are those of the brands of watch providers', () => {
    expect(tileColors(providerItems)).toEqual(watchProviders.map(({ color }) => color));
  });

  test('are the same for a title in every list, whatever its id', () => {
    const [color] = tileColors([destination('Comedy')]);
    expect(tileColors([{ ...destination('Comedy'), id: 'other' }])).toEqual([color]);
  });

  test('differ between neighbors', () => {
    const colors = tileColors(['Comedy', 'Comedy', 'Comedy', ...Object.values(en.genres)].map(destination));
    for (const [index, color] of colors.slice(1).entries()) expect(color).not.toBe(colors[index]);
    expect(new Set(colors).size).toBeGreaterThan(8);
  });
});
