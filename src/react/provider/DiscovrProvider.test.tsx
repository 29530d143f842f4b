import { QueryClient } from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { StrictMode, Suspense, use, useEffect, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { expectConsole } from '../../../test/setup/console.js';
import { MinimalSdk } from '../../../test/support/MinimalSdk.js';
import { deferred } from '../../../test/support/promises.js';
import { DiscovrClient } from '../../client/browserClient.js';
import type { DiscovrSdkLike } from '../../client/sdk/sdkCalls.js';
import { PageFilterForm } from '../../components/PageFilterForm/PageFilterForm.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { de } from '../../locales/de.js';
import { memoryCredentialStore } from '../../session/credential.js';
import { createTestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from './DiscovrProvider.js';
import { useCreatePage } from '../pages/usePage.js';
import { discovrKeys } from '../query/keys.js';
import { useDiscovr } from './useDiscovr.js';
import { useSession } from '../session/useSession.js';

function SessionLine({ onRender }: { onRender?: () => void }) {
  const session = useSession();
  onRender?.();
  return <p>{session.status === 'active' ? `active ${session.profileId}` : session.status}</p>;
}

test.each([
  ['useDiscovr()', useDiscovr],
  ['useSession()', useSession],
  ['useCreatePage()', useCreatePage],
])('%s throws an error that names the hook and the fix when there is no provider', (name, useHook: () => unknown) => {
  expect(() => renderHook(() => useHook())).toThrow(`discovr-react: ${name} was used outside <DiscovrProvider>`);
  expect(() => renderHook(() => useHook())).toThrow('Render <DiscovrProvider client={client}> around your app.');
});

test('the provider throws when it is nested inside another provider', () => {
  const { Wrapper } = createTestDiscovr();
  expect(() => render(<DiscovrProvider clientId="inner">x</DiscovrProvider>, { wrapper: Wrapper })).toThrow(
    'Keep the outer one',
  );
});

test('a provider that creates its client reports drift to onDrift', async () => {
  const onDrift = vi.fn();
  const images = ['https://example.com/a.png', 'https://example.com/a.png'];
  const { result } = renderHook(() => useDiscovr().client, {
    wrapper: ({ children }) => (
      <DiscovrProvider clientId="drift" fetch={async () => Response.json(images)} onDrift={onDrift}>
        {children}
      </DiscovrProvider>
    ),
  });
  await result.current.getProfileImages();
  await waitFor(() =>
    expect(onDrift.mock.calls).toEqual([[{ route: 'GET /profile-images', path: '[]', what: 'droppedItem' }]]),
  );
});

test('the provider keeps the first client when the prop changes, and warns once', () => {
  expectConsole(/received another client and keeps the first/);
  const clients = [new DiscovrClient('a'), new DiscovrClient('b'), new DiscovrClient('c')] as const;
  let which: 0 | 1 | 2 = 0;
  const { rerender, result } = renderHook(() => useDiscovr().client, {
    wrapper: ({ children }) => <DiscovrProvider client={clients[which]}>{children}</DiscovrProvider>,
  });
  for (which of [1, 2] as const) rerender();
  expect(result.current).toBe(clients[0]);
  expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
});

describe('a client with the methods of the SDK', () => {
  const sdkLike = () => ({
    createPage: vi.fn(),
    getPage: vi.fn(),
    getActiveProfileId: () => null,
    onAuthStateChanged: () => undefined,
    onSessionRefreshed: () => undefined,
  });
  const appWith = (client: DiscovrSdkLike) => (
    <StrictMode>
      <DiscovrProvider client={client}>App</DiscovrProvider>
    </StrictMode>
  );

  test('is refused at the provider when it lacks methods without which nothing works', () => {
    const { createPage: _, onAuthStateChanged: __, ...rest } = sdkLike();
    // The types refuse such a client.
    expect(() => render(appWith(rest as unknown as DiscovrSdkLike))).toThrow(
      'the client of <DiscovrProvider> lacks createPage(), onAuthStateChanged(), without which nothing works. Pass a',
    );
  });

  test('is reported once at the provider, with the drop-ins that need the missing methods', () => {
    expectConsole(/lacks methods/);
    const client = { ...sdkLike(), getRows: vi.fn(), getProfiles: vi.fn(), selectProfile: vi.fn() };
    const { rerender } = render(appWith(client));
    rerender(appWith(client));
    expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
    const [text] = vi.mocked(console.warn).mock.lastCall!;
    expect(text).toContain('\n<DiscovrPage>, <NavigationStack>: getRowItems()\n');
    expect(text).toContain('\n<TitleSheet>: getMedia(), getMediaProfileMeta(), addLikedItem(), removeLikedItem(), ');
    expect(text).not.toContain('<ProfilePicker>');
  });

  test('is not reported when the app sets the missing methods to undefined, or when nothing is missing', () => {
    render(appWith(new MinimalSdk(createEmulator())));
    render(<DiscovrProvider client={new DiscovrClient('app')}>App</DiscovrProvider>);
    expect(screen.getAllByText('App')).toHaveLength(2);
  });
});

test('the provider creates a client from a client id and its options', async () => {
  const emulator = createEmulator();
  const profileId = emulator.control.profiles()[0]!.id;
  render(
    <DiscovrProvider
      clientId="my-app"
      fetch={emulator.fetch}
      credentialStore={memoryCredentialStore(emulator.issueCredential({ profileId }))}
    >
      <SessionLine />
    </DiscovrProvider>,
  );
  expect(await screen.findByText(`active ${profileId}`)).toBeVisible();
});

test('the session is "unknown" until the credential store is read', async () => {
  const { Wrapper, profileId } = createTestDiscovr();
  render(<SessionLine />, { wrapper: Wrapper });
  expect(screen.getByText('unknown')).toBeVisible();
  expect(await screen.findByText(`active ${profileId}`)).toBeVisible();
});

test('renewing the session causes no re-render', async () => {
  const { Wrapper, client, control, profileId } = createTestDiscovr();
  const onRender = vi.fn();
  render(<SessionLine onRender={onRender} />, { wrapper: Wrapper });
  await screen.findByText(`active ${profileId}`);
  await act(() => client.createPage());
  const before = onRender.mock.calls.length;
  control.expireSession();
  await act(() => client.createPage());
  expect(control.count('POST /auth/session-token')).toBe(2);
  expect(onRender).toHaveBeenCalledTimes(before);
});

test('a profile switch removes the data of the previous profile, and keeps all other data', async () => {
  const { Wrapper, client, control, queryClient, profileId } = createTestDiscovr();
  render(<SessionLine />, { wrapper: Wrapper });
  await screen.findByText(`active ${profileId}`);
  const other = control.profiles()[1]!.id;
  const key = discovrKeys.page(client, 'x');
  queryClient.setQueryData(key, 'a page');
  queryClient.setQueryData(['app', 'own'], 'kept');
  await act(() => client.switchProfile(other));
  expect(await screen.findByText(`active ${other}`)).toBeVisible();
  expect(queryClient.getQueryData(key)).toBeUndefined();
  expect(queryClient.getQueryData(['app', 'own'])).toBe('kept');
});

test('signing out removes the data of the profile', async () => {
  const { Wrapper, client, queryClient, profileId } = createTestDiscovr();
  render(<SessionLine />, { wrapper: Wrapper });
  await screen.findByText(`active ${profileId}`);
  const key = discovrKeys.page(client, 'x');
  queryClient.setQueryData(key, 'a page');
  await act(() => client.signOut());
  expect(screen.getByText('signedOut')).toBeVisible();
  expect(queryClient.getQueryData(key)).toBeUndefined();
});

test('Strict Mode causes no second mint and no second page', async () => {
  const { Wrapper, control, profileId } = createTestDiscovr();
  function CreateOnClick() {
    const { mutate, data } = useCreatePage();
    return (
      <button type="button" onClick={() => mutate()}>
        {data ? 'created' : 'create'}
      </button>
    );
  }
  const view = render(
    <StrictMode>
      <Wrapper>
        <SessionLine />
        <CreateOnClick />
      </Wrapper>
    </StrictMode>,
  );
  await screen.findByText(`active ${profileId}`);
  act(() => screen.getByRole('button').click());
  expect(await screen.findByRole('button', { name: 'created' })).toBeVisible();
  expect(control.count('POST /auth/session-token')).toBe(1);
  expect(control.count('POST /pages')).toBe(1);
  view.unmount();
});

test('the provider merges custom messages over a locale pack', () => {
  const messages = { ...de, form: { ...de.form, apply: 'Los' } };
  const { result } = renderHook(() => useDiscovr(), {
    wrapper: ({ children }) => (
      <DiscovrProvider clientId="x" locale="de" messages={messages}>
        {children}
      </DiscovrProvider>
    ),
  });
  expect(result.current.messages.form.apply).toBe('Los');
  expect(result.current.messages.form.reset).toBe(de.form.reset);
  const regions = result.current.vocabulary.regions() as readonly { id: string; label: string }[];
  expect(regions.find(({ id }) => id === 'DE')?.label).toBe('Deutschland');
});

test('a malformed locale is replaced by English and reported once, with the name of the prop', () => {
  expectConsole(/the prop `locale` of <DiscovrProvider> is "de_DE@euro", which is not a BCP 47 tag/);
  const { result, rerender } = renderHook(() => useDiscovr().locale, {
    wrapper: ({ children }) => (
      <DiscovrProvider clientId="x" locale="de_DE@euro">
        <PageFilterForm filters={{ with_release_date_gte: '2020-03-01' }} />
        {children}
      </DiscovrProvider>
    ),
  });
  rerender();
  expect(result.current).toBe('en');
  expect(screen.getByRole('heading')).toHaveTextContent('Mar 1, 2020');
  expect(vi.mocked(console.warn)).toHaveBeenCalledOnce();
});

test('renewing the session keeps the cached data, marked as outdated', async () => {
  const queryClient = new QueryClient();
  const { Wrapper, client, control, profileId } = createTestDiscovr({ provider: { queryClient } });
  render(<SessionLine />, { wrapper: Wrapper });
  await screen.findByText(`active ${profileId}`);
  await act(() => client.createPage());
  const key = discovrKeys.page(client, 'x');
  queryClient.setQueryData(key, 'a page');
  control.expireSession();
  await act(() => client.createPage());
  await waitFor(() => expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true));
  expect(queryClient.getQueryData(key)).toBe('a page');
});

test('the client stays connected while a Suspense boundary around the provider waits again', async () => {
  const { client } = createTestDiscovr();
  let connections = 0;
  const connect = client.connect.bind(client);
  vi.spyOn(client, 'connect').mockImplementation(() => {
    connections += 1;
    const disconnect = connect();
    return () => {
      connections -= 1;
      disconnect();
    };
  });
  const pending = deferred<string>();
  let wait = () => undefined as void;
  function Late() {
    const [isLate, setIsLate] = useState(false);
    useEffect(() => {
      wait = () => setIsLate(true);
    }, []);
    return isLate ? use(pending.promise) : 'early';
  }
  const { unmount } = render(
    <Suspense fallback="waiting">
      <DiscovrProvider client={client}>
        <Late />
      </DiscovrProvider>
    </Suspense>,
  );
  await act(async () => wait());
  expect(screen.getByText('waiting')).toBeVisible();
  expect(connections).toBeGreaterThan(0);
  await act(async () => pending.resolve('late'));
  unmount();
  expect(connections).toBe(0);
});
