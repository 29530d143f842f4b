import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { useSignIn } from './useSignIn.js';

test('useSignIn returns functions that are stable across renders', () => {
  const { Wrapper } = createTestDiscovr({ session: 'signedOut' });
  const { result, rerender } = renderHook(() => useSignIn({}), { wrapper: Wrapper });
  const { signInWithPopup, signInWithRedirect, cancel, reset } = result.current;
  rerender();
  expect(result.current).toMatchObject({ status: 'idle', signInWithPopup, signInWithRedirect, cancel, reset });
});

test('with an SDK, useSignIn leaves a redirect to the SDK, and fails with NOT_SUPPORTED when it is used', async () => {
  expectConsole(/lacks methods/);
  window.history.replaceState(null, '', '/?code=c&state=s');
  const { sdk } = await sdkOnEmulator({ session: 'signedOut' });
  const { result } = renderHook(() => useSignIn(), {
    wrapper: ({ children }) => <DiscovrProvider client={sdk}>{children}</DiscovrProvider>,
  });
  await waitFor(() => expect(result.current.status).toBe('idle'));
  expect(window.location.search).toBe('?code=c&state=s');
  act(() => result.current.signInWithPopup());
  await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', error: { code: 'NOT_SUPPORTED' } }));
});
