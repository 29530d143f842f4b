import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Activity } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { deferred } from '../../../../test/support/promises.js';
import { untilQuiet } from '../../../../test/support/untilQuiet.js';
import { createTestDiscovr, type TestDiscovrOptions } from '../../../testing/createTestDiscovr.js';
import { renderWithDiscovr } from '../../../testing/renderWithDiscovr.js';
import { discovrKeys } from '../../../react/query/keys.js';
import { ProfilePicker, type ProfilePickerProps } from '../ProfilePicker.js';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const nameField = () => screen.findByRole('textbox', { name: 'Name' });

function renderPicker(options?: TestDiscovrOptions, props?: ProfilePickerProps) {
  const user = userEvent.setup();
  return { user, ...renderWithDiscovr(<ProfilePicker {...props} />, { session: 'signedIn', ...options }) };
}

describe('adding a profile', () => {
  test('starts with the form when there are no profiles, and focuses the tile of the created profile', async () => {
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

  test('closes the form when the profile is added while the picker is hidden', async () => {
    const user = userEvent.setup();
    const discovr = createTestDiscovr({ session: 'signedIn' });
    const sending = deferred<undefined>();
    const create = discovr.client.createProfile.bind(discovr.client);
    const sent = vi
      .spyOn(discovr.client, 'createProfile')
      .mockImplementation((...profile) => sending.promise.then(() => create(...profile)));
    const app = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <ProfilePicker />
      </Activity>
    );
    const { rerender } = render(app('visible'), { wrapper: discovr.Wrapper });
    await user.click(await button('Add profile'));
    await screen.findByRole('radio', { name: 'Picture 1' });
    await user.type(await nameField(), 'Kim{Enter}');
    await waitFor(() => expect(sent).toHaveBeenCalledOnce());
    rerender(app('hidden'));
    sending.resolve(undefined);
    await untilQuiet(discovr);
    rerender(app('visible'));
    expect(await button('Kim')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
  });

  test('requires a name and sends no request without one', async () => {
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

  test('suggests an avatar that no other profile has', async () => {
    const { user } = renderPicker({ profiles: [] });
    await user.type(await nameField(), 'Lou');
    expect(await screen.findByRole('radio', { name: 'Picture 1' })).toBeChecked();
    await user.keyboard('{Enter}');
    await button('Lou');
    await user.click(await button('Add profile'));
    expect(await screen.findByRole('radio', { name: 'Picture 2' })).toBeChecked();
  });

  test('shows a server error under its field, keeps the input and succeeds on the next attempt', async () => {
    const discovr = renderPicker();
    const { user, control } = discovr;
    control.failNext(
      {
        kind: 'status',
        status: 400,
        code: 'VALIDATION_FAILED',
        issues: [{ path: ['name'], message: 'This name is taken.' }],
      },
      { route: 'POST /profiles' },
    );
    await user.click(await button('Add profile'));
    await screen.findByRole('radio', { name: 'Picture 1' });
    const requested = control.requests.length;
    await user.type(await nameField(), 'Kim{Enter}');
    expect(await screen.findByText('This name is taken.')).toBeVisible();
    await untilQuiet(discovr);
    expect(control.requests.slice(requested).map(({ method }) => method)).toEqual(['POST']);
    expect(await nameField()).toHaveValue('Kim');
    expect(await nameField()).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await button('Kim')).toHaveFocus();
  });

  test('requires an avatar and shows an error when the avatars fail to load', async () => {
    const { user, control } = renderPicker();
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /profile-images' });
    await user.click(await button('Add profile'));
    expect(await screen.findByText('Couldn’t load pictures.')).toHaveRole('alert');
    await user.type(await nameField(), 'Kim{Enter}');
    expect(await screen.findByText('Choose a picture.')).toBeVisible();
    await user.click(await button('Try again'));
    // A picture, or the search field while the pictures load.
    expect(document.activeElement?.closest('fieldset')).not.toBeNull();
    expect(await screen.findByRole('radio', { name: 'Picture 1' })).toBeChecked();
    expect(screen.queryByText('Choose a picture.')).toBeNull();
    await user.click(await button('Add profile'));
    expect(await button('Kim')).toHaveFocus();
  });

  test('returns to the tiles on Escape, but not while text is composed', async () => {
    const { user } = renderPicker();
    await user.click(await button('Add profile'));
    fireEvent.keyDown(await nameField(), { key: 'Escape', isComposing: true });
    expect(await nameField()).toBeVisible();
    await user.type(await nameField(), 'K{Escape}');
    expect(await button('Add profile')).toHaveFocus();
  });

  test('returns focus to Add profile on Cancel', async () => {
    const { user } = renderPicker();
    await user.click(await button('Add profile'));
    await user.click(await button('Cancel'));
    expect(await button('Add profile')).toHaveFocus();
  });
});

describe('GIFs from a search', () => {
  test('are requested when typing pauses, and a chosen GIF becomes the avatar', async () => {
    const { user, client, control } = renderPicker();
    await user.click(await button('Add profile'));
    await user.type(await nameField(), 'Kim');
    expect(screen.queryByText('Powered by tenor.com')).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'happy');
    expect(await screen.findByText('Powered by tenor.com')).toBeVisible();
    expect(control.count('GET /gif-search')).toBe(1);
    const found = screen.getAllByRole('radio').slice(12)[0] as HTMLElement;
    await user.click(found);
    await user.clear(screen.getByRole('searchbox'));
    expect(screen.getByRole('radio', { name: 'Selected picture' })).toBeChecked();
    await user.click(await button('Add profile'));
    await button('Kim');
    const { items } = await client.searchGifs('happy');
    expect(control.profiles()[0]?.avatarUrl).toBe(items[0]?.url);
  });

  test('are searched for in the language of the provider, and cached by language', async () => {
    const { user, client, queryClient } = renderPicker({ provider: { locale: 'pt-BR' } });
    const searchGifs = vi.spyOn(client, 'searchGifs');
    await user.click(await button('Add profile'));
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'happy');
    expect(await screen.findByText('Powered by tenor.com')).toBeVisible();
    expect(searchGifs).toHaveBeenCalledExactlyOnceWith('happy', expect.objectContaining({ locale: 'pt_BR' }));
    const options = { limit: 12, locale: 'pt_BR' };
    expect(queryClient.getQueryData(discovrKeys.gifSearch(client, 'happy', options))).toBeDefined();
    expect(
      queryClient.getQueryData(discovrKeys.gifSearch(client, 'happy', { ...options, locale: 'de' })),
    ).toBeUndefined();
  });

  test('load in batches, and focus moves to the first GIF of the last batch', async () => {
    const { user, client } = renderPicker();
    const { items } = await client.searchGifs('a', { limit: 50 });
    expect(items.length).toBeGreaterThan(12);
    await user.click(await button('Add profile'));
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'a');
    for (let shown = 12; shown < items.length; shown += 12) await user.click(await button('Show more'));
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(12 + items.length));
    const lastBatch = Math.floor((items.length - 1) / 12) * 12;
    expect(screen.getAllByRole('radio')[12 + lastBatch]).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  test('are replaced by a message when none are found or the search fails', async () => {
    const { user, control } = renderPicker();
    await user.click(await button('Add profile'));
    const search = screen.getByRole('searchbox', { name: 'Search GIFs' });
    await user.type(search, 'qqq');
    expect(await screen.findByText('No GIFs found for “qqq”.', { selector: 'p' })).toBeVisible();
    control.failNext({ kind: 'status', status: 400 }, { route: 'GET /gif-search' });
    await user.clear(search);
    await user.type(search, 'cat');
    expect(await screen.findByText('Couldn’t load GIFs.')).toBeVisible();
    await user.click(await button('Try again'));
    expect(search).toHaveFocus();
    expect(await screen.findByText('Powered by tenor.com')).toBeVisible();
  });
});

describe('the GIF search', () => {
  test.each([404, 410, 501, 503])(
    'is removed and the other avatars stay when the response status is %i',
    async (status) => {
      const { user, control } = renderPicker();
      control.failNext({ kind: 'status', status }, { route: 'GET /gif-search', times: 9 });
      await user.click(await button('Add profile'));
      await user.type(await nameField(), 'Kim');
      await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'cat');
      await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
      expect(screen.queryByText('Couldn’t load GIFs.')).toBeNull();
      expect(screen.getByRole('radio', { checked: true })).toHaveFocus();
      await user.click(await button('Add profile'));
      expect(await button('Kim')).toHaveFocus();
    },
  );

  test('leaves the chosen GIF among the pictures when it ends with a later batch', async () => {
    const { user, control } = renderPicker();
    await user.click(await button('Add profile'));
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'a');
    const more = await button('Show more');
    await user.click(screen.getAllByRole('radio')[12]!);
    control.failNext({ kind: 'status', status: 503 }, { route: 'GET /gif-search', times: 9 });
    await user.click(more);
    await waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
    expect(screen.getByRole('radio', { name: 'Selected picture' })).toBeChecked();
  });

  test('is not offered when showGifSearch is false', async () => {
    const { user, control } = renderPicker({}, { showGifSearch: false });
    await user.click(await button('Add profile'));
    expect(await screen.findByRole('radio', { name: 'Picture 1' })).toBeVisible();
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(control.count('GET /gif-search')).toBe(0);
  });

  test('shows the name of the service that gifSource sets', async () => {
    const { user } = renderPicker({}, { gifSource: 'Klipy' });
    await user.click(await button('Add profile'));
    await user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'cat');
    expect(await screen.findByText('Powered by Klipy')).toBeVisible();
  });
});

describe('editing a profile', () => {
  const openSam = async ({ user }: ReturnType<typeof renderPicker>) => {
    await user.click(await button('Manage profiles'));
    await user.click(await button('Edit Sam'));
  };

  test('sends only the changed fields', async () => {
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

  test('shows the current picture once when a search finds it', async () => {
    const [gif] = (await createTestDiscovr().client.searchGifs('happy')).items;
    const view = renderPicker({ profiles: [{ name: 'Sam', avatarUrl: gif!.url }] });
    await openSam(view);
    expect(await screen.findByRole('radio', { name: 'Current picture' })).toBeChecked();
    await view.user.type(screen.getByRole('searchbox', { name: 'Search GIFs' }), 'happy');
    expect(await screen.findByText('Powered by tenor.com')).toBeVisible();
    expect(screen.getAllByRole('radio').filter((radio) => radio.closest('[data-chosen]'))).toHaveLength(1);
  });

  test('saves the name of a profile without a picture while there is none to choose', async () => {
    const profiles = [{ name: 'Sam', avatarUrl: '' }];
    const view = renderPicker({ profiles });
    view.control.failNext({ kind: 'status', status: 400 }, { route: 'GET /profile-images' });
    await openSam(view);
    expect(await screen.findByText('Couldn’t load pictures.')).toBeVisible();
    await view.user.type(await nameField(), 'ira{Enter}');
    expect(await button('Edit Samira')).toHaveFocus();
  });

  test('sends no request when nothing changed', async () => {
    const view = renderPicker();
    await openSam(view);
    await view.user.click(await button('Save'));
    expect(await button('Edit Sam')).toHaveFocus();
    expect(view.control.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('shows an error and keeps the input when it fails', async () => {
    const view = renderPicker();
    await openSam(view);
    view.control.failNext({ kind: 'status', status: 404 }, { route: 'PATCH /profiles/:id' });
    await view.user.type(await nameField(), 'ira{Enter}');
    expect(await screen.findByText('This isn’t available.')).toBeVisible();
    expect(await nameField()).toHaveValue('Samira');
  });
});
