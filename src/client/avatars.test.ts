import { expect, test } from 'vitest';
import { clientOnEmulator } from '../../test/support/clientOnEmulator.js';

test('getProfileImages returns image URLs without a signed-in user', async () => {
  const { client, sent } = clientOnEmulator({ session: 'signedOut' });
  const images = await client.getProfileImages();
  expect(images).not.toHaveLength(0);
  expect(images.filter((url) => !/^(https|data):/.test(url))).toEqual([]);
  expect(sent).toMatchObject([{ request: 'GET /profile-images', token: '' }]);
});

test('getProfileImages and searchGifs omit images with unsafe URLs', async () => {
  const { client, control } = clientOnEmulator({ session: 'signedOut' });
  const safe = 'https://images.example/1.gif';
  const gif = { id: 'gif_1', description: '', tags: [], width: 1, height: 1 };
  const gifOf = (url: string, preview: string) => ({ ...gif, url, preview: { url: preview, width: 1, height: 1 } });
  control.failNext({ kind: 'body', body: ['javascript:alert(1)', safe] });
  expect(await client.getProfileImages()).toEqual([safe]);
  const items = [gifOf('javascript:alert(1)', safe), gifOf(safe, 'data:text/html,x'), gifOf(safe, safe)];
  control.failNext({ kind: 'body', body: { items } });
  expect((await client.searchGifs('cat')).items).toEqual([items[2]]);
});

test('searchGifs sends a lone surrogate, which a URL cannot contain, as a replacement character', async () => {
  const { client, sent } = clientOnEmulator({ session: 'signedOut' });
  await client.searchGifs('cat \ud83d');
  expect(sent.map(({ request }) => request)).toEqual(['GET /gif-search?q=cat%20%EF%BF%BD']);
});
