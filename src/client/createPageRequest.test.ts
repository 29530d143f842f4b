import { describe, expect, it } from 'vitest';
import { createPageRequest } from './createPageRequest.js';

describe('createPageRequest', () => {
  it('returns equal keys if and only if filters and names are equal', () => {
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

  it('does not modify the payload', () => {
    const payload = { pageFilters: { genres: [35, 18], region: [] } };
    createPageRequest(payload);
    expect(payload).toEqual({ pageFilters: { genres: [35, 18], region: [] } });
  });

  it('reports every invalid field', () => {
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
