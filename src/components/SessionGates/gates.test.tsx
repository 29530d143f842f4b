import { act, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
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
