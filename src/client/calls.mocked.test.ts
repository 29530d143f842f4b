import { describe, expect, it, vi } from 'vitest';
import { failureOf } from '../../test/support/promises.js';
import type * as CallsModule from './calls.js';
import { DiscovrClient } from './DiscovrClient.js';

const loadings = vi.hoisted(() => ({ count: 0, isDown: false }));

vi.mock('./calls.js', async (importOriginal) => {
  const { createCalls } = await importOriginal<typeof CallsModule>();
  return {
    get createCalls() {
      loadings.count += 1;
      if (loadings.isDown) throw new TypeError('Failed to fetch dynamically imported module');
      return createCalls;
    },
  };
});

const client = () => new DiscovrClient('app', { fetch: async () => Response.json([]) });

describe('the code of calls', () => {
  it('starts to load when the client is created, once', async () => {
    loadings.count = 0;
    const created = client();
    await vi.waitFor(() => expect(loadings.count).toBe(1));
    await created.getProfileImages();
    await created.getProfileImages();
    expect(loadings.count).toBe(1);
  });

  it('is loaded by the next call when it could not be loaded before', async () => {
    loadings.isDown = true;
    const created = client();
    expect(await failureOf(created.getProfileImages())).toMatchObject({
      code: 'NETWORK_ERROR',
      message: expect.stringContaining('Failed to fetch dynamically imported module'),
      cause: { name: 'TypeError' },
    });
    loadings.isDown = false;
    expect(await created.getProfileImages()).toEqual([]);
  });
});
