import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createTestDiscovr } from '../testing/createTestDiscovr.js';
import { usePage } from './usePage.js';

test('a page of a former session is shown anew, once for all who show it, under its old id', async () => {
  const { Wrapper, client, control } = createTestDiscovr();
  const { id } = await client.createPage({ pageFilters: { genres: [35] } });
  control.outdatePages();
  const { result } = renderHook(() => [usePage(id), usePage(id, { staleTime: 0 })] as const, { wrapper: Wrapper });
  await waitFor(() => expect(result.current[0].data?.hero).toHaveLength(10));
  expect(result.current[0].data?.id).not.toBe(id);
  expect(result.current[1].data).toBe(result.current[0].data);
  expect(control.count('POST /pages')).toBe(2);
});

test('a page that cannot be created anew says why', async () => {
  const { Wrapper, client, control } = createTestDiscovr();
  const { id } = await client.createPage({ pageFilters: { genres: [35] } });
  control.outdatePages();
  control.failNext({ kind: 'status', status: 400, code: 'VALIDATION_FAILED' }, { route: 'POST /pages' });
  const { result } = renderHook(() => usePage(id), { wrapper: Wrapper });
  await waitFor(() => expect(result.current.error?.code).toBe('VALIDATION_FAILED'));
  const again = await act(() => result.current.refetch());
  expect(again.data?.hero).toHaveLength(10);
});
