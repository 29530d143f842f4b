import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, type ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { loseConnection } from '../../../test/support/loseConnection.js';
import { sdkOnEmulator } from '../../../test/support/sdkOnEmulator.js';
import { DiscovrProvider } from '../../react/provider/DiscovrProvider.js';
import { useSession } from '../../react/session/useSession.js';
import { memoryCredentialStore } from '../../session/credential.js';
import { RemoteControl } from '../../television/RemoteControl.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { SignedOut } from '../SessionGates/SessionGates.js';
import { SignIn, type SignInProps } from './SignIn.js';

function SessionLine() {
  return <p>Session: {useSession().status}</p>;
}

/** Renders the sign-in in Strict Mode, in which most apps are developed. */
function show(props: SignInProps = {}, discovr = createTestDiscovr({ session: 'signedOut' })) {
  const user = userEvent.setup();
  const view = render(
    <StrictMode>
      <discovr.Wrapper>
        <SessionLine />
        <SignIn {...props} />
      </discovr.Wrapper>
    </StrictMode>,
  );
  return { user, ...discovr, ...view };
}

const button = (name: string) => screen.getByRole('button', { name });
const status = () => screen.getByRole('status');
const section = () => screen.getByRole('region', { name: 'Sign in with Discovr' });

afterEach(() => window.history.replaceState(null, '', '/'));

describe('sign-in by popup', () => {
  test('signs in, calls onSignedIn once, and shows that the user is signed in', async () => {
    const onSignedIn = vi.fn();
    const { user, browser } = show({ onSignedIn });
    await user.click(button('Sign in on this device'));
    expect(browser.isPopupOpen).toBe(true);
    expect(status()).toHaveTextContent('Continue on the page that opened.');
    expect(screen.getByRole('heading')).toHaveTextContent('Waiting for you to sign in');
    // The spinner does not separate the brand from the heading.
    expect(status().lastElementChild).toHaveAttribute('data-look', 'busy');
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent('You’re signed inTaking you to your profiles…'));
    expect(screen.getByRole('heading')).toHaveTextContent('You’re signed in');
    expect(status()).toHaveFocus();
    expect(screen.getByText('Session: signedIn')).toBeVisible();
    expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true });
    expect(section()).toHaveAttribute('data-status', 'signedIn');
  });

  test('warns when the device cannot save the sign-in', async () => {
    const credentialStore = { ...memoryCredentialStore(), set: () => Promise.reject(new Error('disk full')) };
    const { user, browser } = show({}, createTestDiscovr({ session: 'signedOut', client: { credentialStore } }));
    await user.click(button('Sign in on this device'));
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent(/signed in, but your sign-in couldn’t be saved/));
  });

  test('brings an open popup to the front on click instead of opening another', async () => {
    const { user, browser } = show();
    await user.click(button('Sign in on this device'));
    await user.click(button('Show sign-in page'));
    expect(browser.popupCount).toBe(1);
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
  });

  test('can be canceled and started again with the keyboard', async () => {
    const { user, browser } = show();
    button('Sign in on this device').focus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(button('Cancel')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(browser.isPopupOpen).toBe(false);
    expect(button('Sign in on this device')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(browser.isPopupOpen).toBe(true);
  });

  test('shows no message when the user closes the popup', async () => {
    const { user, browser } = show();
    await user.click(button('Sign in on this device'));
    await act(() => browser.closePopup());
    await waitFor(() => expect(section()).toHaveAttribute('data-status', 'cancelled'));
    expect(status()).toBeEmptyDOMElement();
    expect(button('Sign in on this device')).toBeVisible();
  });

  test('shows why it failed, and retries on click', async () => {
    const { user, browser, control } = show();
    control.failNext({ kind: 'network' }, { route: 'POST /auth/code' });
    await user.click(button('Sign in on this device'));
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent('Can’t connect. Check your connection and try again.'));
    expect(screen.getByRole('heading')).toHaveTextContent('Sign-in failed');
    await user.click(button('Try again'));
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
  });

  test('says when the device is offline, and how to go on, because it does not try again by itself', async () => {
    loseConnection();
    const { user, browser, control } = show();
    control.setOffline(true);
    await user.click(button('Sign in on this device'));
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent('You’re offlineCan’t connect. Check your connection'));
  });

  test('says that the server refused it', async () => {
    const { user, browser, control } = show();
    control.failNext({ kind: 'status', status: 401, code: 'AUTH_FAILED' }, { route: 'POST /auth/code' });
    await user.click(button('Sign in on this device'));
    await act(() => browser.signIn());
    await waitFor(() => expect(status()).toHaveTextContent('Sign-in failedYour confirmation may have expired.'));
  });

  test('closes the popup on unmount', async () => {
    const { user, browser, unmount } = show();
    await user.click(button('Sign in on this device'));
    unmount();
    expect(browser.isPopupOpen).toBe(false);
  });

  test('closes the popup when it is removed because the user has signed in elsewhere', async () => {
    const discovr = createTestDiscovr({ session: 'signedOut' });
    const { browser, client } = discovr;
    render(
      <discovr.Wrapper>
        <SignedOut>
          <SignIn />
        </SignedOut>
      </discovr.Wrapper>,
    );
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Sign in on this device' }));
    await act(() => client.adoptCredential(discovr.emulator.issueCredential()));
    expect(screen.queryByRole('button')).toBeNull();
    await waitFor(() => expect(browser.isPopupOpen).toBe(false), { timeout: 5_000 });
  });
});

describe('sign-in by redirect', () => {
  test('is offered when popups are blocked, and opens the sign-in page on click', async () => {
    const { user, browser } = show({ redirectUri: 'https://app.example/back' });
    browser.isBlocking = true;
    await user.click(button('Sign in on this device'));
    await waitFor(() => expect(status()).toHaveTextContent(/window isn’t working/));
    expect(screen.getByRole('heading')).toHaveTextContent('Sign-in interrupted');
    await user.click(button('Continue on this page'));
    await waitFor(() => expect(browser.redirectUrl).toContain(encodeURIComponent('https://app.example/back')));
    expect(status()).toHaveTextContent('Opening the sign-in page…');
    // The browser stays on the page when the user stops it or the app asks before leaving.
    await user.click(button('Cancel'));
    expect(button('Sign in on this device')).toBeVisible();
  });

  test('can start again when the browser restores the document from its back/forward cache', async () => {
    const { user, browser } = show();
    browser.isBlocking = true;
    await user.click(button('Sign in on this device'));
    await user.click(await screen.findByRole('button', { name: 'Continue on this page' }));
    await waitFor(() => expect(browser.redirectUrl).toBeDefined());
    act(() => {
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    });
    expect(button('Sign in on this device')).toBeVisible();
  });

  /** Signs in or cancels on the sign-in page, and sets the URL to which the redirect returns. */
  async function completeRedirect(decision: 'signIn' | 'cancel' = 'signIn') {
    const discovr = createTestDiscovr({ session: 'signedOut' });
    await discovr.client.signInWithWebAuth({ returnTo: '/films' });
    const { search } = new URL(await discovr.browser.completeRedirect(decision));
    window.history.replaceState({ kept: true }, '', `/home${search}&tab=2#top`);
    return discovr;
  }

  test('completes once on return, and leaves no code in the URL', async () => {
    const onSignedIn = vi.fn();
    const { control } = show({ onSignedIn }, await completeRedirect());
    await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
    expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true, returnTo: '/films' });
    expect(control.count('POST /auth/code')).toBe(1);
    expect(window.location.href).toBe('http://localhost:3000/home?tab=2#top');
    expect(window.history.state).toEqual({ kept: true });
    // The focus was outside the sign-in, so the sign-in does not take it.
    expect(document.body).toHaveFocus();
  });

  test('shows no message when the user canceled, and leaves no response in the URL', async () => {
    show({}, await completeRedirect('cancel'));
    await waitFor(() => expect(section()).toHaveAttribute('data-status', 'cancelled'));
    expect(status()).toBeEmptyDOMElement();
    expect(window.location.search).toBe('?tab=2');
  });

  test('fails when the response does not belong to a sign-in that was started here', async () => {
    window.history.replaceState(null, '', '/?code=c&state=unknown');
    show();
    await waitFor(() => expect(status()).toHaveTextContent('Sign-in failed'));
    expect(window.location.search).toBe('');
    // The reason does not repeat the heading, and there is a way back.
    expect(status()).toHaveTextContent('It was interrupted or took too long.');
    await userEvent.click(button('Cancel'));
    expect(button('Sign in on this device')).toBeVisible();
    expect(status()).toBeEmptyDOMElement();
  });

  test('leaves the response to the app when completesRedirect is false', async () => {
    window.history.replaceState(null, '', '/?code=c&state=other');
    show({ completesRedirect: false });
    expect(button('Sign in on this device')).toBeVisible();
    expect(window.location.search).toBe('?code=c&state=other');
  });
});

test('with an SDK, which signs users in itself, SignIn shows no buttons, and a warning says why', async () => {
  expectConsole(/lacks methods/);
  expectConsole(/<SignIn> shows no buttons/);
  const { sdk } = await sdkOnEmulator({ session: 'signedOut' });
  const Wrapper = ({ children }: { children?: ReactNode }) => (
    <DiscovrProvider client={sdk}>{children}</DiscovrProvider>
  );
  show({}, { ...createTestDiscovr(), Wrapper });
  expect(await screen.findByText('Session: signedOut')).toBeVisible();
  expect(section()).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

describe('sign-in by code', () => {
  test('shows a code, can be left and started again, and calls onSignedIn when the code is approved', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const onSignedIn = vi.fn();
    const { user, control } = show({ onSignedIn, address: 'example.com/tv' });
    await user.click(button('Use another device'));
    expect(button('Cancel')).toHaveFocus();
    expect(await screen.findByRole('link', { name: 'example.com/tv' })).toBeVisible();
    await user.click(button('Cancel'));
    expect(button('Sign in on this device')).toHaveFocus();
    await user.click(button('Use another device'));
    control.approveDevice((await screen.findByText(/^Code: /)).textContent.replace(/\D/g, ''));
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
    expect(onSignedIn).toHaveBeenCalledExactlyOnceWith({ kept: true });
  });

  test('starts at once on a television, with the sign-in on this device beside Cancel', async () => {
    const { Wrapper, browser } = createTestDiscovr({ session: 'signedOut' });
    render(
      <RemoteControl>
        <SignIn />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    expect(await screen.findByText(/^Code: /)).toBeInTheDocument();
    const [cancel, here] = screen.getAllByRole('button', { name: /Cancel|Sign in/ });
    expect(cancel).toHaveTextContent('Cancel');
    expect(here).toHaveTextContent('Sign in on this device');
    await userEvent.click(here!);
    expect(browser.isPopupOpen).toBe(true);
  });

  test('requests no code on a television when a user is signed in', async () => {
    const { Wrapper, control } = createTestDiscovr({ session: 'signedIn' });
    render(
      <RemoteControl>
        <SignIn />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
    expect(control.requests.filter(({ path }) => path.includes('device'))).toEqual([]);
  });

  test('says on a television why the sign-in on this device did not begin, and leads on', async () => {
    const { Wrapper, browser } = createTestDiscovr({ session: 'signedOut' });
    browser.isBlocking = true;
    render(
      <RemoteControl>
        <SignIn />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    await screen.findByText(/^Code: /);
    await userEvent.click(button('Sign in on this device'));
    await waitFor(() => expect(status()).not.toBeEmptyDOMElement());
    expect(button('Continue on this page')).toBeVisible();
    await userEvent.click(button('Use another device'));
    expect(await screen.findByText(/^Code: /)).toBeInTheDocument();
  });

  test('does not start on a computer that has a remote control without the layout of a television', async () => {
    const { Wrapper } = createTestDiscovr({ session: 'signedOut' });
    render(
      <RemoteControl layout="none">
        <SignIn />
      </RemoteControl>,
      { wrapper: Wrapper },
    );
    expect(await screen.findByRole('button', { name: 'Use another device' })).toBeVisible();
  });

  test('is not offered when showPhoneSignIn is false', () => {
    show({ showPhoneSignIn: false });
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Sign in']);
  });
});

test('SignIn shows that a user is already signed in, and leads nowhere', async () => {
  show({}, createTestDiscovr({ session: 'signedIn' }));
  await waitFor(() => expect(status()).toHaveTextContent(/^You’re signed in$/));
  expect(screen.queryByRole('button')).toBeNull();
});

test('SignIn explains that the server refused the credential', async () => {
  const { client, control, user, browser } = show({}, createTestDiscovr({ session: 'signedIn' }));
  await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
  control.revoke();
  await act(() => client.getProfiles().catch(() => undefined));
  expect(status()).toHaveTextContent('You’ve been signed outYour sign-in is no longer valid. Sign in again.');
  await user.click(button('Sign in on this device'));
  await act(() => browser.signIn());
  await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
});

test('SignIn shows the brand above its title, and hides the art from screen readers', () => {
  show({ brand: <img src="data:," alt="Nightowl" />, art: <img src="data:," alt="Posters" /> });
  const brand = screen.getByRole('img', { name: 'Nightowl' });
  const title = screen.getByRole('heading', { name: 'Sign in with Discovr' });
  expect(brand.compareDocumentPosition(title)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.queryByRole('img', { name: 'Posters' })).toBeNull();
});

test('SignIn does not take the focus from another element', async () => {
  const discovr = createTestDiscovr({ session: 'signedOut' });
  const user = userEvent.setup();
  render(
    <discovr.Wrapper>
      <input aria-label="Search" />
      <SignIn />
    </discovr.Wrapper>,
  );
  await user.click(button('Sign in on this device'));
  await user.click(screen.getByLabelText('Search'));
  await act(() => discovr.browser.signIn());
  await waitFor(() => expect(status()).toHaveTextContent('You’re signed in'));
  expect(screen.getByLabelText('Search')).toHaveFocus();
});
