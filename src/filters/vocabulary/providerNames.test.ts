import { expect, test } from 'vitest';
import { providerNames } from './watchProviders.js';

const title = 'Amazon Prime Video';

test('providerNames returns distinct names for providers with equal titles', () => {
  const names = providerNames([
    { id: '9', title },
    { id: '119', title },
    { id: '8', title: 'Netflix' },
  ]);
  expect([...names]).toEqual([
    ['9', 'Prime Video (US)'],
    ['119', 'Prime Video'],
  ]);
});

test('providerNames skips providers with a unique title, repeated providers and unknown providers', () => {
  const netflix = { id: '8', title: 'Netflix' };
  expect(providerNames([{ id: '9', title }, netflix, netflix]).size).toBe(0);
  expect([...providerNames([netflix, { id: '999999', title: 'Netflix' }]).keys()]).toEqual(['8']);
});
