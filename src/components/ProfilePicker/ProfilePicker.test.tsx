import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { DiscovrProvider } from '../../react/DiscovrProvider.js';
import { useSession } from '../../react/useSession.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../testing/renderWithDiscovr.js';
import { ProfilePicker, type ProfilePickerProps } from './ProfilePicker.js';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const nameField = () => screen.findByRole('textbox', { name: 'Name' });

function renderPicker(options?: TestDiscovrOptions, props?: ProfilePickerProps) {
  const user = userEvent.setup();
  return { user, ...renderWithDiscovr(<ProfilePicker {...props} />, { session: 'signedIn', ...options }) };
}

describe('choosing', () => {
  test('opens the profile, then says so', async () => {
    const onProfileSelected = vi.fn();
    const { user, client, control } = renderPicker({}, { onProfileSelected });
    await user.click(await button('Sam'));
    const sam = control.profiles()[1]?.id;
    await waitFor(() => expect(onProfileSelected).toHaveBeenCalledWith(sam));
    expect(client.getActiveProfileId()).toBe(sam);
  });

  test('says so also where the app takes the picker away at that moment', async () => {
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

  test('the active profile again keeps its session', async () => {
    const onProfileSelected = vi.fn();
    const { user, control, profileId } = renderPicker({ session: 'active' }, { onProfileSelected });
    await user.click(await button('Alex'));
    expect(onProfileSelected).toHaveBeenCalledWith(profileId);
    expect(control.count('POST /auth/session-token')).toBe(0);
  });

  test('shows on its tile that it is under way; another choice overtakes it without a complaint', async () => {
    const onProfileSelected = vi.fn();
    const { user, control } = renderPicker({}, { onProfileSelected });
    const [alex, sam] = [await button('Alex'), await button('Sam')];
    control.setLatency(60);
    await user.click(alex);
    expect(alex).toHaveAttribute('aria-busy', 'true');
    await user.click(sam);
    expect(alex).not.toHaveAttribute('aria-busy');
    await waitFor(() => expect(onProfileSelected).toHaveBeenCalledWith(control.profiles()[1]?.id));
    expect(onProfileSelected).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert')).toBeEmptyDOMElement();
  });

  test('says why a profile could not be opened', async () => {
    const { user, control } = renderPicker();
    control.failNext({ kind: 'status', status: 429, retryAfter: 600 }, { route: 'POST /auth/session-token' });
    await user.click(await button('Sam'));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Too many requests.'));
  });
});

describe('the list', () => {
  test('that could not be had says why, and comes on request', async () => {
    const { user, control } = renderPicker({ client: { timeoutMs: 100 } });
    control.setOffline(true);
    expect(await screen.findByText(/No connection to Discovr/)).toBeVisible();
    control.setOffline(false);
    await user.click(await button('Try again'));
    expect(await button('Alex')).toBeVisible();
  });

  test('is not there for nobody, and comes with the next person', async () => {
    const { client, emulator } = renderPicker({ session: 'signedOut' });
    expect(await screen.findByText('Sign in to choose a profile.')).toBeVisible();
    await act(() => client.adoptCredential(emulator.issueCredential()));
    expect(await button('Alex')).toBeVisible();
  });

  test('of a person who left takes the open form with it', async () => {
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

  test('that is empty and may not be managed says so', async () => {
    renderPicker({ profiles: [] }, { canManage: false });
    expect(await screen.findByText('There are no profiles yet.')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('offers what the client can do, and no more', async () => {
    const emulator = createEmulator();
    const { client } = createTestDiscovr();
    const sdk = Object.assign(new MinimalSdk(emulator), {
      getProfiles: () => client.getProfiles(),
      selectProfile: async () => undefined,
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

describe('the arrow keys', () => {
  test('move within the tiles, which are one stop of the Tab key', async () => {
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

describe('adding', () => {
  test('an empty account begins with the form, and leads to the profile that was made', async () => {
    const { user, control } = renderPicker({ profiles: [] });
    const field = await nameField();
    expect(field).not.toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    await screen.findByRole('radio', { name: 'Picture 1' });
    await user.type(field, '  Kim ');
    await user.click(await button('Add profile'));
    const tile = await button('Kim');
    expect(tile).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Profile “Kim” added.');
    expect(control.profiles()).toMatchObject([{ name: 'Kim', avatarUrl: expect.stringMatching(/^data:image/) }]);
  });

  test('asks for a name, and sends nothing without one', async () => {
    const { user, control } = renderPicker();
    await user.click(await button('Add profile'));
    await screen.findByRole('radio', { name: 'Picture 1' });
    await user.type(await nameField(), '   {Enter}');
    expect(await screen.findByText('Enter a name.')).toBeVisible();
    expect(await nameField()).toHaveFocus();
    expect(await nameField()).toHaveAccessibleDescription('Enter a name.');
    await user.type(await nameField(), 'K');
    await waitFor(() => expect(screen.queryByText('Enter a name.')).toBeNull());
    expect(control.count('POST /profiles')).toBe(0);
  });

  test('suggests a picture nobody has yet', async () => {
    const { user } = renderPicker({ profiles: [] });
    await user.type(await nameField(), 'Lou');
    expect(await screen.findByRole('radio', { name: 'Picture 1' })).toBeChecked();
    await user.keyboard('{Enter}');
    await button('Lou');
    await user.click(await button('Add profile'));
    expect(await screen.findByRole('radio', { name: 'Picture 2' })).toBeChecked();
  });

  test('puts what the server refuses under its field, keeps what was typed, and goes through at the next try', async () => {
    const { user, control } = renderPicker();
    control.failNext(
      { kind: 'status', status: 400, code: 'VALIDATION_FAILED', issues: [{ path: ['name'], message: 'Is taken.' }] },
      { route: 'POST /profiles' },
    );
    await user.click(await button('Add profile'));
    await screen.findByRole('radio', { name: 'Picture 1' });
    await user.type(await nameField(), 'Kim{Enter}');
    expect(await screen.findByText('Discovr did not accept this: Is taken.')).toBeVisible();
    expect(await nameField()).toHaveValue('Kim');
    expect(await nameField()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await button('Kim')).toHaveFocus();
  });

  test('needs a picture, and says so where there is none to choose', async () => {
    const { user, control } = renderPicker();
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /profile-images' });
    await user.click(await button('Add profile'));
    expect(await screen.findByText('The pictures could not be loaded.')).toBeVisible();
    await user.type(await nameField(), 'Kim{Enter}');
    expect(await screen.findByText('Choose a picture.')).toBeVisible();
    await user.click(await button('Try again'));
    await screen.findByRole('radio', { name: 'Picture 1' });
    await user.click(await button('Add profile'));
    expect(await button('Kim')).toHaveFocus();
  });

  test('Cancel leads back to where it began', async () => {
    const { user } = renderPicker();
    await user.click(await button('Add profile'));
    await user.click(await button('Cancel'));
    expect(await button('Add profile')).toHaveFocus();
  });
});

describe('pictures from a search', () => {
  test('are asked for once the typing rests, and one of them becomes the avatar', async () => {
    const { user, client, control } = renderPicker();
    await user.click(await button('Add profile'));
    await user.type(await nameField(), 'Kim');
    expect(screen.queryByText('Powered by Tenor')).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'happy');
    expect(await screen.findByText('Powered by Tenor')).toBeVisible();
    expect(control.count('GET /gif-search')).toBe(1);
    const found = screen.getAllByRole('radio').slice(12)[0] as HTMLElement;
    await user.click(found);
    await user.clear(screen.getByRole('searchbox'));
    expect(screen.getByRole('radio', { name: 'Chosen picture' })).toBeChecked();
    await user.click(await button('Add profile'));
    await button('Kim');
    const { items } = await client.searchGifs('happy');
    expect(control.profiles()[0]?.avatarUrl).toBe(items[0]?.url);
  });

  test('come in parts; the focus goes on at the first of the last part', async () => {
    const { user, client } = renderPicker();
    const { items } = await client.searchGifs('a', { limit: 50 });
    expect(items.length).toBeGreaterThan(12);
    await user.click(await button('Add profile'));
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'a');
    for (let shown = 12; shown < items.length; shown += 12) await user.click(await button('Show more'));
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(12 + items.length));
    const lastPart = Math.floor((items.length - 1) / 12) * 12;
    expect(screen.getAllByRole('radio')[12 + lastPart]).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('that are not found, or could not be asked for, are told', async () => {
    const { user, control } = renderPicker();
    await user.click(await button('Add profile'));
    const search = screen.getByRole('searchbox', { name: 'Search GIFs' });
    await user.type(search, 'qqq');
    expect(await screen.findByText('No GIFs found for “qqq”.', { selector: 'p' })).toBeVisible();
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /gif-search' });
    await user.clear(search);
    await user.type(search, 'cat');
    expect(await screen.findByText('The search failed.')).toBeVisible();
    await user.click(await button('Try again'));
    expect(await screen.findByText('Powered by Tenor')).toBeVisible();
  });
});

describe('editing', () => {
  const openSam = async ({ user }: ReturnType<typeof renderPicker>) => {
    await user.click(await button('Manage profiles'));
    await user.click(await button('Edit Sam'));
  };

  test('changes only what a person changed', async () => {
    const view = renderPicker();
    const send = vi.spyOn(view.client, 'updateProfile');
    await openSam(view);
    expect(await nameField()).toHaveFocus();
    await view.user.clear(await nameField());
    await view.user.type(await nameField(), 'Samira');
    await view.user.click(await button('Save'));
    expect(await button('Edit Samira')).toHaveFocus();
    expect(send).toHaveBeenCalledWith(view.control.profiles()[1]?.id, { name: 'Samira' });
  });

  test('without a change asks the server for nothing', async () => {
    const view = renderPicker();
    await openSam(view);
    await view.user.click(await button('Save'));
    expect(await button('Edit Sam')).toHaveFocus();
    expect(view.control.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('that fails says why and keeps what was typed', async () => {
    const view = renderPicker();
    await openSam(view);
    view.control.failNext({ kind: 'status', status: 404 }, { route: 'PATCH /profiles/:id' });
    await view.user.type(await nameField(), 'ira{Enter}');
    expect(await screen.findByText('This is no longer there.')).toBeVisible();
    expect(await nameField()).toHaveValue('Samira');
  });
});

test('an avatar that is no picture is tried as a clip, then gives way to a letter', async () => {
  const { container } = renderPicker({ profiles: [{ name: 'émile', avatarUrl: 'https://example.com/avatar' }] });
  const tile = within(await button('émile'));
  fireEvent.error(container.querySelector('img') as HTMLElement);
  const clip = container.querySelector('video');
  expect(clip).toHaveProperty('muted', true);
  expect(clip).toHaveProperty('loop', true);
  fireEvent.error(clip as HTMLElement);
  expect(tile.getByText('É')).toBeInTheDocument();
});

test.each(['https://example.com/cat.mp4', 'https://example.com/cat.MP4?size=200#t=1'])(
  'an address that ends like a clip is one: %s',
  async (avatarUrl) => {
    const { container } = renderPicker({ profiles: [{ name: 'Alex', avatarUrl }] });
    await button('Alex');
    expect(container.querySelector('video')).toHaveAttribute('src', avatarUrl);
  },
);
