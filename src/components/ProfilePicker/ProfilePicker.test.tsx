import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { loseConnection } from '../../../test/support/loseConnection.js';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { DiscovrProvider } from '../../react/provider/DiscovrProvider.js';
import { useSession } from '../../react/session/useSession.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { ProfilePicker, type ProfilePickerProps } from './ProfilePicker.js';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = () => screen.getByRole('heading', { name: 'Who’s watching?' });

function renderPicker(options?: TestDiscovrOptions, props?: ProfilePickerProps) {
  const user = userEvent.setup();
  return { user, ...renderWithDiscovr(<ProfilePicker {...props} />, { session: 'signedIn', ...options }) };
}

describe('choosing a profile', () => {
  test('makes it the active profile, then calls onProfileSelected', async () => {
    const onProfileSelected = vi.fn();
    const { user, client, control } = renderPicker({}, { onProfileSelected });
    await user.click(await button('Sam'));
    const sam = control.profiles()[1]?.id;
    await waitFor(() => expect(onProfileSelected).toHaveBeenCalledWith(sam));
    expect(client.getActiveProfileId()).toBe(sam);
  });

  test('calls onProfileSelected even if the app unmounts the picker when the profile becomes active', async () => {
    const onProfileSelected = vi.fn();
    function App() {
      return useSession().status === 'active' ? (
        <p>Browsing</p>
      ) : (
        <ProfilePicker onProfileSelected={onProfileSelected} />
      );
    }
    renderWithDiscovr(<App />, { session: 'signedIn' });
    fireEvent.click(await button('Sam'));
    expect(await screen.findByText('Browsing')).toBeVisible();
    await waitFor(() => expect(onProfileSelected).toHaveBeenCalledOnce());
  });

  test('keeps the session when the profile is already active', async () => {
    const onProfileSelected = vi.fn();
    const { user, control, profileId } = renderPicker({ session: 'active' }, { onProfileSelected });
    await user.click(await button('Alex'));
    expect(onProfileSelected).toHaveBeenCalledWith(profileId);
    expect(control.count('POST /auth/session-token')).toBe(0);
  });

  test('marks its tile as busy, and shows no error when the user chooses another profile instead', async () => {
    const onProfileSelected = vi.fn();
    const { user, control } = renderPicker({}, { onProfileSelected });
    const [alex, sam] = [await button('Alex'), await button('Sam')];
    control.failNext({ kind: 'hang' }, { route: 'POST /auth/session-token' });
    await user.click(alex);
    expect(alex).toHaveAttribute('aria-busy', 'true');
    await user.click(sam);
    expect(alex).not.toHaveAttribute('aria-busy');
    await waitFor(() => expect(onProfileSelected).toHaveBeenCalledWith(control.profiles()[1]?.id));
    expect(onProfileSelected).toHaveBeenCalledOnce();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('shows an error when the profile cannot be opened', async () => {
    const { user, control } = renderPicker();
    control.failNext({ kind: 'status', status: 429, retryAfter: 600 }, { route: 'POST /auth/session-token' });
    await user.click(await button('Sam'));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Too many attempts.'));
  });
});

describe('the profile list', () => {
  test('shows an error when it fails to load, and loads again on Try again', async () => {
    const { user, control } = renderPicker({ client: { retries: 0 } });
    control.setOffline(true);
    expect(await screen.findByText(/Can’t connect/)).toBeVisible();
    control.setOffline(false);
    await user.click(await button('Try again'));
    expect(await button('Alex')).toBeVisible();
  });

  test('says that the browser is offline, and loads by itself when it is online again', async () => {
    const reconnect = loseConnection();
    const { control } = renderPicker({ client: { retries: 0 } });
    control.setOffline(true);
    expect(await screen.findByText('We’ll try again when you’re back online.')).toBeVisible();
    control.setOffline(false);
    act(reconnect);
    expect(await button('Alex')).toBeVisible();
  });

  test('is replaced by a message while signed out, and loads after sign-in', async () => {
    const { client, emulator } = renderPicker({ session: 'signedOut' });
    expect(await screen.findByText('Sign in to choose a profile.')).toBeVisible();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    expect(await button('Alex')).toBeVisible();
  });

  test('replaces an open form when the user signs out and signs in again', async () => {
    const { user, client, emulator } = renderPicker();
    await user.click(await button('Manage profiles'));
    await user.click(await button('Edit Alex'));
    await act(async () => {
      await client.signOut();
      await client.adoptCredential(emulator.issueCredential());
    });
    expect(await button('Alex')).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('can be loaded again when it is empty and showManagement is false', async () => {
    const { user, client, control } = renderPicker({ profiles: [] }, { showManagement: false });
    expect(await screen.findByRole('region', { name: 'No profiles yet' })).toBeVisible();
    await client.createProfile('Kim', 'data:image/png;base64,AAAA');
    expect(control.profiles()).toHaveLength(1);
    await user.click(await button('Try again'));
    expect(await button('Kim')).toBeVisible();
  });

  test('offers only the actions that the client supports', async () => {
    const emulator = createEmulator();
    const { client } = createTestDiscovr();
    const sdk = Object.assign(new MinimalSdk(emulator), {
      getProfiles: () => client.getProfiles(),
      selectProfile: async () => undefined,
      // Without pictures, which a profile needs.
      createProfile: () => client.createProfile('Kim', 'data:image/png;base64,AAAA'),
    });
    render(
      <DiscovrProvider client={sdk}>
        <ProfilePicker />
      </DiscovrProvider>,
    );
    await button('Alex');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Alex', 'Sam']);
  });
});

describe('the focus', () => {
  test('goes from Try again to the picker while the profiles load, then to its heading', async () => {
    const { user, control } = renderPicker({ client: { retries: 0 } });
    control.setOffline(true);
    await user.click(await button('Try again'));
    await waitFor(async () => expect(await button('Try again')).toHaveFocus());
    control.setOffline(false);
    control.setLatency(100);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('region', { name: 'Who’s watching?' })).toHaveFocus();
    await button('Alex');
    expect(heading()).toHaveFocus();
  });

  test('goes from the notice of an empty list to the first profile', async () => {
    const { user, client } = renderPicker({ profiles: [] }, { showManagement: false });
    await button('Try again');
    await client.createProfile('Kim', 'data:image/png;base64,AAAA');
    await user.click(await button('Try again'));
    await waitFor(async () => expect(await button('Kim')).toHaveFocus());
  });

  test('goes to the button of the notice when the user is signed out, and to the heading after sign-in', async () => {
    const { user, client, emulator } = renderPicker({}, { onSessionRequired: () => undefined });
    await user.click(await button('Manage profiles'));
    await user.click(await button('Edit Alex'));
    await act(() => client.signOut());
    expect(await button('Sign in')).toHaveFocus();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    await waitFor(() => expect(heading()).toHaveFocus());
  });

  test('is taken when the picker appears, and is on Try again when the profiles fail to load', async () => {
    const { control } = renderPicker({ client: { retries: 0 } }, { takesFocus: true });
    control.setOffline(true);
    await waitFor(() => expect(screen.getByRole('region')).toHaveFocus());
    await waitFor(async () => expect(await button('Try again')).toHaveFocus());
  });

  test.each([
    ['signedIn', 'the heading', () => heading()],
    ['active', 'the active profile', () => screen.getByRole('button', { current: true })],
  ] as const)('is taken when the profiles are loaded; in a session that is %s, by %s', async (session, _, focused) => {
    renderPicker({ session }, { takesFocus: true });
    await button('Alex');
    expect(focused()).toHaveFocus();
  });

  test('stays on the heading with Alt and an arrow key, which is Back of the browser', async () => {
    renderPicker({}, { takesFocus: true });
    await button('Alex');
    expect(fireEvent.keyDown(heading(), { key: 'ArrowLeft', altKey: true })).toBe(true);
    expect(heading()).toHaveFocus();
    expect(fireEvent.keyDown(heading(), { key: 'ArrowLeft' })).toBe(false);
    expect(await button('Alex')).toHaveFocus();
  });

  test('is not taken from the rest of the page', async () => {
    renderPicker();
    await button('Alex');
    expect(document.body).toHaveFocus();
  });
});

describe('the arrow keys', () => {
  test('move between the tiles, which are one tab stop', async () => {
    const { user } = renderPicker();
    const alex = await button('Alex');
    await user.tab();
    expect(alex).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(await button('Add profile')).toHaveFocus();
    await user.keyboard('{Home}{ArrowLeft}{ArrowRight}');
    expect(await button('Sam')).toHaveFocus();
    await user.tab();
    expect(await button('Manage profiles')).toHaveFocus();
    await user.tab({ shift: true });
    expect(await button('Sam')).toHaveFocus();
  });
});

test('an avatar that is not an image is loaded as a video, and replaced by a letter if that fails', async () => {
  const { container } = renderPicker({ profiles: [{ name: 'émile', avatarUrl: 'https://example.com/avatar' }] });
  const tile = within(await button('émile'));
  fireEvent.error(container.querySelector('img') as HTMLElement);
  const video = container.querySelector('video');
  expect(video).toHaveProperty('muted', true);
  expect(video).toHaveProperty('loop', true);
  fireEvent.error(video as HTMLElement);
  expect(tile.getByText('É')).toBeInTheDocument();
});

test.each(['https://example.com/cat.mp4', 'https://example.com/cat.MP4?size=200#t=1'])(
  'an avatar with the file extension of a video is shown as a video: %s',
  async (avatarUrl) => {
    const { container } = renderPicker({ profiles: [{ name: 'Alex', avatarUrl }] });
    await button('Alex');
    expect(container.querySelector('video')).toHaveAttribute('src', avatarUrl);
  },
);
