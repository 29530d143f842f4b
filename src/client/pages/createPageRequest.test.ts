import { describe, expect, it } from 'vitest';
import { createPageRequest } from './createPageRequest.js';

describe('the request for a page', () => {
  it('has the same key exactly where it asks for the same page under the same name', () => {
    const keys = [
      createPageRequest(),
      createPageRequest({ name: 'A' }),
      createPageRequest({ name: 'null' }),
      createPageRequest({ pageFilters: { genres: [1, 2] } }),
      createPageRequest({ pageFilters: { keywords: [1, 2] } }),
      createPageRequest({ pageFilters: { genres: [1, 2] }, name: 'A' }),
    ].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(createPageRequest({ pageFilters: { genres: [2, 1, 2], region: [] }, name: '' }).key).toBe(keys[3]);
  });

  it('leaves the payload it was given as it is', () => {
    const payload = { pageFilters: { genres: [35, 18], region: [] } };
    createPageRequest(payload);
    expect(payload).toEqual({ pageFilters: { genres: [35, 18], region: [] } });
  });

  it('names every field that is not valid', () => {
    const pageFilters = { region: ['de'], with_runtime_gte: -1 };
    expect(() => createPageRequest({ pageFilters })).toThrow(
      expect.objectContaining({
        code: 'VALIDATION_FAILED',
        message: expect.stringMatching(/pageFilters\.region\.0, pageFilters\.with_runtime_gte\.$/),
        issues: [
          { path: ['pageFilters', 'region', 0], message: expect.any(String) },
          { path: ['pageFilters', 'with_runtime_gte'], message: expect.any(String) },
        ],
      }),
    );
  });
});
