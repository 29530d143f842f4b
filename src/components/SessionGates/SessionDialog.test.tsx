import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import type { SessionRequestOptions } from '../../react/session/useSession.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { DiscovrPage } from '../DiscovrPage/DiscovrPage.js';
import { NavigationStack } from '../NavigationStack/NavigationStack.js';
import { PageFilterForm } from '../PageFilterForm/PageFilterForm.js';
import { ProfilePicker } from '../ProfilePicker/ProfilePicker.js';
import { TitleSheet } from '../TitleSheet/TitleSheet.js';
import { SessionDialog } from './SessionDialog.js';

const [item] = heroItems(1);
const DROP_INS: Readonly<Record<string, (options: SessionRequestOptions) => ReactElement>> = {
  DiscovrPage: (options) => <DiscovrPage pageId="page" {...options} />,
  NavigationStack: (options) => <NavigationStack history="none" pageProps={options} />,
  TitleSheet: (options) => <TitleSheet mediaId={item!.id} item={item} onClose={() => undefined} {...options} />,
  ProfilePicker: (options) => <ProfilePicker {...options} />,
};

/** Renders a drop-in, and waits until it says that the user is signed out. */
async function renderSignedOut(ui: ReactElement, options: TestDiscovrOptions = { session: 'signedOut' }) {
  const user = userEvent.setup();
  const discovr = createTestDiscovr(options);
  render(ui, { wrapper: discovr.Wrapper });
  expect(await screen.findByRole('heading', { name: 'You’re not signed in' })).toBeVisible();
  expect(document.querySelector('[role="alert"]')).toBeNull();
  return { user, ...discovr };
}

const signInButton = () => screen.getByRole('button', { name: 'Sign in' });

describe.each(Object.entries(DROP_INS))('<%s> of a signed-out user', (_, dropIn) => {
  test('opens the surrounding dialog when the user clicks "Sign in"', async () => {
    const { user } = await renderSignedOut(<SessionDialog>{dropIn({})}</SessionDialog>);
    await user.click(signInButton());
    expect(screen.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  });

  test('calls onSessionRequired instead when the app passes it', async () => {
    const onSessionRequired = vi.fn<(status: string) => void>();
    const { user } = await renderSignedOut(<SessionDialog>{dropIn({ onSessionRequired })}</SessionDialog>);
    await user.click(signInButton());
    expect(onSessionRequired).toHaveBeenLastCalledWith('signedOut');
    expect(screen.queryByRole('dialog', { name: 'Sign in' })).toBeNull();
  });

  test('has no sign-in button when nothing would show the sign-in', async () => {
    await renderSignedOut(dropIn({}));
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });
});

test('the main button of a form opens the surrounding dialog while the user is signed out', async () => {
  const { Wrapper } = createTestDiscovr({ session: 'signedOut' });
  render(
    <SessionDialog>
      <PageFilterForm />
    </SessionDialog>,
    { wrapper: Wrapper },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(screen.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
});

describe('the session dialog', () => {
  test('leads through the sign-in and the profile picker, and closes', async () => {
    const { user, client, emulator } = await renderSignedOut(
      <SessionDialog>
        <DiscovrPage pageId="page" />
      </SessionDialog>,
    );
    await user.click(signInButton());
    await act(() => client.adoptCredential(emulator.issueCredential()));
    // Its success stays on screen for a moment.
    const dialog = screen.getByRole('dialog', { name: 'Sign in' });
    expect(within(dialog).getByRole('status')).toHaveTextContent('You’re signed in');
    expect(within(dialog).getByRole('status')).toHaveFocus();
    expect(await screen.findByRole('dialog', { name: 'Choose a profile' })).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Alex' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('does not open again by itself after the user closed it', async () => {
    const { user, client, emulator } = await renderSignedOut(
      <SessionDialog>
        <DiscovrPage pageId="page" />
      </SessionDialog>,
    );
    await user.click(signInButton());
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(signInButton()).toHaveFocus();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('returns the focus to a button that the browser does not focus on a click, as in Safari', async () => {
    const { user } = await renderSignedOut(
      <SessionDialog>
        <button type="button">Help</button>
        <DiscovrPage pageId="page" />
      </SessionDialog>,
    );
    fireEvent.click(signInButton());
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(signInButton()).toHaveFocus();
  });

  test('opens from a button of the app when the children are a function, with the brand of the app', async () => {
    const { user } = await renderSignedOut(
      <SessionDialog brand={<img src="data:," alt="Nightowl" />}>
        {(openDialog) => (
          <>
            <button type="button" onClick={openDialog}>
              Log in
            </button>
            <DiscovrPage pageId="page" />
          </>
        )}
      </SessionDialog>,
    );
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    const dialog = screen.getByRole('dialog', { name: 'Sign in' });
    expect(within(dialog).getByRole('img', { name: 'Nightowl' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByRole('button', { name: 'Log in' })).toHaveFocus();
  });

  test('shows custom steps when the app passes them', async () => {
    const { user } = await renderSignedOut(
      <SessionDialog signIn={<p>own sign-in</p>}>
        <DiscovrPage pageId="page" />
      </SessionDialog>,
    );
    await user.click(signInButton());
    expect(screen.getByText('own sign-in')).toBeVisible();
  });
});

test('a drop-in says that the sign-in was refused when the server no longer accepts it', async () => {
  const { client, control, Wrapper } = createTestDiscovr();
  render(<DiscovrPage pageId="page" />, { wrapper: Wrapper });
  control.revoke();
  await act(() => client.getProfiles().catch(() => undefined));
  expect(await screen.findByRole('heading', { name: 'You’ve been signed out' })).toBeVisible();
  expect(screen.getByText('Your sign-in is no longer valid. Sign in again.')).toBeVisible();
});
