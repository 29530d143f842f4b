import NetInfo from '@react-native-community/netinfo';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react-native';
import { createEmulator } from 'discovr-react/emulator';
import { DiscovrClient, DiscovrProvider, useUpdateList } from 'discovr-react/native';
import { AppState, Button } from 'react-native';
import App from '../App';
import { Browse } from '../Browse';
import { client } from '../discovr';

// Jest has no native modules: the mock that this package comes with, and a keychain in memory.
jest.mock('@react-native-community/netinfo', () =>
  jest.requireActual('@react-native-community/netinfo/jest/netinfo-mock.js'),
);
jest.mock('react-native-keychain', () => jest.requireActual('../keychain'));

jest.setTimeout(90_000);
const TIMEOUT = { timeout: 30_000 };
const [[onNetworkChanged]] = NetInfo.addEventListener.mock.calls;
const requests = jest.spyOn(globalThis, 'fetch');

const control = (calls) =>
  fetch(`${process.env.DISCOVR_API}/__control`, { method: 'POST', body: JSON.stringify(calls) });
const button = (name) => screen.findByRole('button', { name, disabled: false }, TIMEOUT);
const press = async (name) => fireEvent.press(await button(name));
const eventually = (assert) => waitFor(assert, TIMEOUT);
const connect = (isConnected) => act(async () => onNetworkChanged({ isConnected }));

/** The user leaves the app or returns to it. */
const become = (state) =>
  act(async () => {
    AppState.currentState = state;
    for (const [, listener] of AppState.addEventListener.mock.calls) listener(state);
  });

/** Returns how many requests of a route were sent. */
const countOf = (method, path) =>
  requests.mock.calls.filter(([url, { method: used = 'GET' } = {}]) => used === method && path.test(url)).length;

async function signIn() {
  await client.adoptCredential({ refreshToken: 'rt_mine' });
  const [{ id }] = await client.getProfiles();
  await client.selectProfile(id);
}

/** Waits for a page. Returns the button of its first title. */
async function firstTitle() {
  await screen.findAllByRole('header', {}, TIMEOUT);
  return (await screen.findAllByRole('button', {}, TIMEOUT))[0];
}

beforeEach(async () => {
  AppState.currentState = 'active';
  await client.signOut();
  await control({ reset: [] });
  requests.mockClear();
});

test('a user signs in by a code, creates a page and adds a title to the watchlist', async () => {
  await render(<App />);
  await screen.findByLabelText('QR code', {}, TIMEOUT);
  const code = screen.getByText(/^\w{4,}$/).props.children;
  await become('background');
  const polls = countOf('POST', /device-codes\/./);
  await control({ approveDevice: [code] });
  expect(countOf('POST', /device-codes\/./)).toBe(polls);
  await become('active');
  await press('Alex');
  await press('Movies');
  await press('Comedy');
  await screen.findByText('Comedy movies', {}, TIMEOUT);
  await press('Show page');
  await fireEvent.press(await firstTitle());
  await press('Add to watchlist');
  await button('Remove from watchlist');
  await eventually(() => expect(countOf('POST', /watchlist/)).toBe(1));
});

test('a page whose session expired in the background is created again when the user returns', async () => {
  await signIn();
  const { id } = await client.createPage({ pageFilters: { genres: [35] } });
  const onOpen = jest.fn();
  await render(
    <DiscovrProvider client={client}>
      <Browse pageId={id} onOpen={onOpen} />
    </DiscovrProvider>,
  );
  await firstTitle();
  await become('background');
  requests.mockClear();
  await control({ expireSession: [] });
  // Only the request of this test.
  expect(requests).toHaveBeenCalledTimes(1);
  await become('active');
  await screen.unmount();
  await render(
    <DiscovrProvider client={client}>
      <Browse pageId={id} onOpen={onOpen} />
    </DiscovrProvider>,
  );
  await fireEvent.press(await firstTitle());
  expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/./));
  await eventually(() => expect(countOf('POST', /\/pages$/)).toBe(1));
});

test('without a network, a page and a like fail, and succeed when it is back', async () => {
  await signIn();
  const { id } = await client.createPage({ pageFilters: {} });
  const { hero } = await client.getPage(id);
  function Like() {
    const { mutate, status } = useUpdateList('liked');
    return <Button title={`Like: ${status}`} onPress={() => mutate({ mediaId: hero[0].id, on: true })} />;
  }
  await connect(false);
  await control({ setOffline: [true] });
  await render(
    <DiscovrProvider client={client}>
      <Like />
      <Browse pageId={id} onOpen={jest.fn()} />
    </DiscovrProvider>,
  );
  await press('Like: idle');
  await button('Like: error');
  await button(/Try again$/);
  await control({ setOffline: [false] });
  await connect(true);
  await press(/Try again$/);
  await firstTitle();
  await press('Like: error');
  await button('Like: success');
});

test('a user who was signed in stays so after a restart, and can sign out', async () => {
  await signIn();
  await render(<App />);
  await button('Show page');
  await act(() => client.signOut());
  await screen.findByLabelText('QR code', {}, TIMEOUT);
});

test('a test can use the embedded Discovr, without a server', async () => {
  const emulator = createEmulator();
  const embedded = new DiscovrClient('embedded', { platform: client.platform, fetch: emulator.fetch });
  await embedded.adoptCredential(emulator.issueCredential());
  expect(await embedded.getProfiles()).toContainEqual(expect.objectContaining({ name: 'Alex' }));
  expect(requests).not.toHaveBeenCalled();
});
