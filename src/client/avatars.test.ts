import { expect, test } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';

test('getProfileImages returns image URLs without a signed-in user', async () => {
  const { client, sent } = clientOnEmulator({ session: 'signedOut' });
  const images = await client.getProfileImages();
  expect(images).not.toHaveLength(0);
  expect(images.filter((url) => !/^(https|data):/.test(url))).toEqual([]);
  expect(sent).toMatchObject([{ request: 'GET /profile-images', token: '' }]);
});
