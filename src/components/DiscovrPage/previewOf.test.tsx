import { expect, test } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import { discovrTitleKeys } from '../../react/query/keys.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { loadDetails } from './previewOf.js';

test('details fill the fields that a row leaves empty, and an image that cannot be shown stays away', async () => {
  const { client, queryClient, profileId } = createTestDiscovr();
  const owner = { clientId: client.clientId, profileId: profileId! };
  const [title] = heroItems(1);
  const empty = { overview: undefined, runtime: undefined, genres: undefined, logo_path: null, backdrop_path: null };
  const context = { client, queryClient, owner };
  const shown = await loadDetails(context, { ...title!, ...empty });
  expect(shown.overview).toBe(title!.overview);
  expect(shown.genres).toEqual(title!.genres);
  expect(shown.backdrop_path).toBeNull();
  expect((await loadDetails(context, { ...title!, overview: '' })).overview).toBe(title!.overview);
  expect(queryClient.getQueryData(discovrTitleKeys.media(owner, title!.id))).toBeDefined();
});
