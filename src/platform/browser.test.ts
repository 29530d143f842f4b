import { expect, test } from 'vitest';
import { browserPlatform } from './browser.js';
import { withStorage } from './platform.js';

test('the platform of a browser can be used on a server, where nothing is shared or stored', async () => {
  const { visibility, online, onLeave, openChannel, lock, address } = browserPlatform;
  const listener = () => undefined;
  for (const undo of [visibility.onChanged(listener), online.onChanged(listener), onLeave(listener)]) undo();
  expect([visibility.isVisible(), online.isOnline(), address()]).toEqual([true, true, '']);
  expect(openChannel('app')).toBeUndefined();
  expect(await lock('app', { ifAvailable: true }, async () => 'run')).toBe('run');
  expect(withStorage(browserPlatform, 'visit', (storage) => storage.length) ?? 0).toBe(0);
});
