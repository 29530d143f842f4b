import { expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import { loadedLater } from './loadedLater.js';

interface Greeter {
  greet(name: string): Promise<string>;
}

it('loads nothing before the first call, and hands on what it is given', async () => {
  const load = vi.fn(async (): Promise<Greeter> => ({ greet: async (name) => `Hello ${name}` }));
  const { greet } = loadedLater<Greeter>({ greet: 1 }, load);
  expect(load).not.toHaveBeenCalled();
  expect(await greet('Kim')).toBe('Hello Kim');
});

it('rejects with NETWORK_ERROR where the code cannot be loaded, and tries again at the next call', async () => {
  const load = vi
    .fn<() => Promise<Greeter>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockResolvedValue({ greet: async (name) => `Hello ${name}` });
  const { greet } = loadedLater<Greeter>({ greet: 1 }, load);
  expect(await failureOf(greet('Kim'))).toMatchObject({ name: 'DiscovrError', code: 'NETWORK_ERROR' });
  expect(await greet('Kim')).toBe('Hello Kim');
});

it('rejects, and does not throw, where a method refuses its arguments at once', async () => {
  const refuse = () => {
    throw new TypeError('No.');
  };
  const { greet } = loadedLater<Greeter>({ greet: 1 }, async () => ({ greet: refuse }));
  expect(await failureOf(greet('Kim'))).toMatchObject({ message: 'No.' });
});
