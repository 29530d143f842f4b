import { expect, it, vi } from 'vitest';
import { isRefusal, notSignedIn } from './refusal.js';

it('a refusal of another copy of the module is one, too', async () => {
  vi.resetModules();
  const copy = await import('./refusal.js');
  expect(copy.Refusal).not.toBe(notSignedIn().constructor);
  expect([isRefusal(notSignedIn()), isRefusal(copy.notSignedIn())]).toEqual([true, true]);
  expect([isRefusal(new Error('x')), isRefusal(undefined)]).toEqual([false, false]);
});
