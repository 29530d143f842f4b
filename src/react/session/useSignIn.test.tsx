import { render, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
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

test('useSignIn throws when the client cannot sign in by popup or redirect', () => {
  function Button() {
    useSignIn();
    return null;
  }
  const { emulator } = createTestDiscovr();
  expect(() =>
    render(
      <DiscovrProvider client={new MinimalSdk(emulator)}>
        <Button />
      </DiscovrProvider>,
    ),
  ).toThrow('Pass the provider a DiscovrClient.');
});
