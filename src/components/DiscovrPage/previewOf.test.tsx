import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { loadDetails } from './previewOf.js';

test('details fill the fields that a row leaves empty, and an image that cannot be shown stays away', async () => {
  const { client } = createTestDiscovr();
  const [title] = heroItems(1);
  const empty = { overview: undefined, runtime: undefined, genres: undefined, logo_path: null, backdrop_path: null };
  const shown = await loadDetails(client, new QueryClient(), { ...title!, ...empty });
  expect(shown.overview).toBe(title!.overview);
  expect(shown.genres).toEqual(title!.genres);
  expect(shown.backdrop_path).toBeNull();
  expect((await loadDetails(client, new QueryClient(), { ...title!, overview: '' })).overview).toBe(title!.overview);
});
