import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { idle } from '../../../test/support/promises.js';
import { memoryCredentialStore } from '../../session/credential.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { SignIn, type SignInProps } from '../SignIn/SignIn.js';
import { SignedIn, SignedOut, WithProfile } from './SessionGates.js';

function Counter({ profileId }: { profileId: string }) {
  const [count, setCount] = useState(0);
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {profileId}: {count}
    </button>
  );
}

function renderGates(options: TestDiscovrOptions) {
  const discovr = createTestDiscovr(options);
  render(
    <>
      <SignedOut fallback={<p>out?</p>}>
        <p>out</p>
      </SignedOut>
      <SignedIn fallback={<p>in?</p>}>
        <p>in</p>
      </SignedIn>
      <WithProfile fallback={<p>profile?</p>}>{(profileId) => <Counter profileId={profileId} />}</WithProfile>
    </>,
    { wrapper: discovr.Wrapper },
  );
  return discovr;
}

const shown = () => screen.queryAllByText(/^(out|in|profile)\??$/).map(({ textContent }) => textContent);

describe('session gates', () => {
  test('show their fallbacks until the session state is known', async () => {
    renderGates({ session: 'signedIn' });
    expect(shown()).toEqual(['out?', 'in?', 'profile?']);
    await waitFor(() => expect(shown()).toEqual(['in']));
  });

  test('show only the signed-out content when no user is signed in', async () => {
    renderGates({ session: 'signedOut' });
    await waitFor(() => expect(shown()).toEqual(['out']));
  });

  test('show the signed-in content and the profile content when a profile is active', async () => {
    const { profileId } = renderGates({ session: 'active' });
    expect(await screen.findByRole('button', { name: `${profileId}: 0` })).toBeVisible();
    expect(shown()).toEqual(['in']);
  });

  test('follow a sign-out immediately', async () => {
    const { client } = renderGates({ session: 'active' });
    await screen.findByRole('button');
    await act(() => client.signOut());
    expect(shown()).toEqual(['out']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('mount the profile content again on a profile switch, without the state of the previous profile', async () => {
    const { client, control } = renderGates({ session: 'active' });
    const [first, second] = control.profiles();
    const button = await screen.findByRole('button');
    act(() => button.click());
    expect(await screen.findByRole('button', { name: `${first?.id}: 1` })).toBeVisible();
    await act(() => client.selectProfile(second?.id ?? ''));
    expect(screen.getByRole('button')).toHaveAccessibleName(`${second?.id}: 0`);
  });
});

describe('a sign-in that is only shown to signed-out users', () => {
  /** Renders it over a store that is slow, so that it is removed before the credential is stored. */
  function renderSignIn() {
    const store = memoryCredentialStore();
    const onSignedIn = vi.fn<NonNullable<SignInProps['onSignedIn']>>();
    const set: typeof store.set = async (credential) => {
      await idle();
      return store.set(credential);
    };
    const discovr = createTestDiscovr({ session: 'signedOut', client: { credentialStore: { ...store, set } } });
    render(
      <SignedOut>
        <SignIn onSignedIn={onSignedIn} />
      </SignedOut>,
      { wrapper: discovr.Wrapper },
    );
    return { ...discovr, onSignedIn };
  }

  const button = (name: string) => screen.findByRole('button', { name });

  test('calls onSignedIn after a sign-in by popup', async () => {
    const { browser, onSignedIn } = renderSignIn();
    fireEvent.click(await button('Sign in on this device'));
    await act(() => browser.signIn());
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true }));
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('calls onSignedIn after a sign-in by code', async () => {
    const { control, onSignedIn } = renderSignIn();
    fireEvent.click(await button('Use another device'));
    control.approveDevice((await screen.findByText(/^Code: /)).textContent.replace(/\D/g, ''));
    await waitFor(() => expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
