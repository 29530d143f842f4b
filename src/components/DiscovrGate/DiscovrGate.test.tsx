import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, test } from 'vitest';
import { memoryCredentialStore } from '../../session/credential.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { DiscovrGate, type DiscovrGateProps } from './DiscovrGate.js';

function renderGate(options: TestDiscovrOptions = { session: 'signedOut' }, props: DiscovrGateProps = {}) {
  const user = userEvent.setup();
  const discovr = createTestDiscovr(options);
  render(
    <StrictMode>
      <discovr.Wrapper>
        <DiscovrGate {...props}>
          <main>
            <h1>Browse</h1>
          </main>
        </DiscovrGate>
      </discovr.Wrapper>
    </StrictMode>,
  );
  return { user, ...discovr };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('the gate', () => {
  test('leads the user through sign-in, the heading of the profiles and the first profile with only the keyboard', async () => {
    const { user, browser, control } = renderGate();
    (await button('Sign in on this device')).focus();
    await user.keyboard('{Enter}');
    await act(() => browser.signIn());
    const name = control.profiles()[0]?.name ?? '';
    const heading = await screen.findByRole('heading', { name: 'Who’s watching?' });
    await waitFor(() => expect(heading).toHaveFocus());
    await user.keyboard('{Enter}');
    await user.tab();
    expect(await button(name)).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Browse' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  test('shows a notice above the profiles when the device could not save the sign-in', async () => {
    const credentialStore = { ...memoryCredentialStore(), set: () => Promise.reject(new Error('The disk is full.')) };
    const { user, control } = renderGate({ session: 'signedOut', client: { credentialStore } });
    await user.click(await button('Use another device'));
    control.approveDevice((await screen.findByText(/^Code: /)).textContent.replace(/\D/g, ''));
    expect(await screen.findByText(/your sign-in couldn’t be saved/)).toBeVisible();
    await user.click(await button('Alex'));
    expect(await screen.findByRole('heading', { name: 'Browse' })).toBeVisible();
    expect(screen.queryByText(/couldn’t be saved/)).toBeNull();
  });

  test('offers to create a profile when the account has no profiles', async () => {
    const { user } = renderGate({ session: 'signedIn', profiles: [] });
    await user.type(await screen.findByLabelText('Name'), 'Kim');
    await user.click((await screen.findAllByRole('radio'))[0] as HTMLElement);
    await user.click(await button('Add profile'));
    await user.click(await button('Kim'));
    expect(await screen.findByRole('heading', { name: 'Browse' })).toBeVisible();
  });

  test('shows its children and does not move the focus when a profile is already active', async () => {
    renderGate({ session: 'active' });
    expect(await screen.findByRole('heading', { name: 'Browse' })).toBeVisible();
    expect(document.body).toHaveFocus();
  });

  test('moves the focus to its children when another profile mounts them again', async () => {
    const { client, control } = renderGate({ session: 'active' });
    const heading = await screen.findByRole('heading', { name: 'Browse' });
    heading.tabIndex = -1;
    act(() => heading.focus());
    await act(() => client.selectProfile(control.profiles()[1]!.id));
    await waitFor(() => expect(heading).not.toBeInTheDocument());
    expect(screen.getByRole('main')).toHaveFocus();
  });

  test('shows the sign-in again after sign-out', async () => {
    const { client } = renderGate({ session: 'active' });
    await screen.findByRole('heading', { name: 'Browse' });
    await act(() => client.signOut());
    await waitFor(async () => expect(await button('Sign in on this device')).toHaveFocus());
    expect(screen.queryByRole('heading', { name: 'Browse' })).toBeNull();
  });

  test('moves the focus to the app’s own sign-in after sign-out', async () => {
    const { client } = renderGate({ session: 'active' }, { signIn: <section>Our sign-in</section> });
    await screen.findByRole('heading', { name: 'Browse' });
    await act(() => client.signOut());
    expect(await screen.findByText('Our sign-in')).toHaveFocus();
  });

  test('shows the profile picker when the active profile is deleted', async () => {
    const { client, profileId } = renderGate({ session: 'active' });
    await screen.findByRole('heading', { name: 'Browse' });
    await act(() => client.deleteProfile(profileId ?? ''));
    expect(await screen.findByRole('heading', { name: 'Who’s watching?' })).toBeVisible();
  });

  test('shows custom steps when the app passes them', async () => {
    const { client, emulator } = renderGate(
      { session: 'signedOut' },
      { signIn: <p>own sign-in</p>, profilePicker: <p>own picker</p>, fallback: <p>one moment</p> },
    );
    expect(screen.getByText('one moment')).toBeVisible();
    expect(await screen.findByText('own sign-in')).toBeVisible();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    expect(screen.getByText('own picker')).toBeVisible();
  });
});
