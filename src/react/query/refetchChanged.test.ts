import { QueryClient } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { deferred } from '../../../test/support/promises.js';
import { refetchChanged } from './refetchChanged.js';

test('a caller that waits for a first response gets that after the change, not one that may be older', async () => {
  const queryClient = new QueryClient();
  const queryKey = ['titles'];
  const [before, after] = [deferred<string>(), deferred<string>()];
  const queryFn = vi.fn<() => Promise<string>>().mockReturnValueOnce(before.promise).mockReturnValueOnce(after.promise);
  const title = queryClient.fetchQuery({ queryKey, queryFn });
  refetchChanged(queryClient, { queryKey });
  before.resolve('before');
  after.resolve('after');
  expect(await title).toBe('after');
  expect(queryClient.getQueryData(queryKey)).toBe('after');
});
