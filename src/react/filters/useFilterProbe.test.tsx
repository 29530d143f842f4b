import { act, renderHook, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { clientKinds } from '../../../test/support/clients.js';
import { noneHelps, severalHelp } from '../../../test/support/emptyFilters.js';
import { untilQuiet } from '../../../test/support/untilQuiet.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { DiscovrProvider } from '../provider/DiscovrProvider.js';
import { useFilterProbe } from './useFilterProbe.js';
import { useSession } from '../session/useSession.js';

/** Renders the hook and waits until the session is known. */
async function renderProbe({ Wrapper }: Pick<TestDiscovr, 'Wrapper'>, filters: FilterSpec = severalHelp) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <Wrapper>{children}</Wrapper>
    </StrictMode>
  );
  const view = renderHook((now: FilterSpec) => ({ ...useFilterProbe(now), session: useSession() }), {
    wrapper,
    initialProps: filters,
  });
  await waitFor(() => expect(view.result.current.session.status).not.toBe('unknown'));
  return view;
}

describe.each(clientKinds)('useFilterProbe with %s', (_name, create) => {
  test('tries each filter kind once, one request at a time', async () => {
    const { control, ...discovr } = create();
    const { result } = await renderProbe(discovr);
    expect(result.current).toMatchObject({
      status: 'idle',
      probes: [],
      kinds: ['mediaType', 'watchProviders', 'genres', 'runtime', 'regions'],
    });
    control.setLatency(5);
    let mostAtOnce = 0;
    const look = setInterval(() => {
      const open = control.requests.filter(({ status }) => status === undefined).length;
      mostAtOnce = Math.max(mostAtOnce, open);
    }, 1);
    act(() => {
      result.current.start();
      result.current.start();
    });
    await waitFor(() => expect(result.current.status).toBe('done'));
    clearInterval(look);
    expect(mostAtOnce).toBe(1);
    expect(result.current.probes.map(({ outcome }) => outcome)).toEqual(['titles', 'none', 'titles', 'none', 'none']);
    expect([control.count('POST /pages'), control.count('GET /pages/:id')]).toEqual([5, 5]);
  });
});

test('the two bounds of a range count as one filter kind', async () => {
  const { result } = await renderProbe(createTestDiscovr(), noneHelps);
  act(() => result.current.start());
  await waitFor(() => expect(result.current.status).toBe('done'));
  expect(result.current.probes.map(({ filters }) => Object.keys(filters))).toEqual([
    ['with_release_date_gte', 'with_release_date_lte', 'with_runtime_lte'],
    ['genres', 'with_release_date_gte', 'with_release_date_lte'],
    ['genres', 'with_runtime_lte'],
  ]);
});

test('unmounting aborts the request', async () => {
  const { control, emulator, ...discovr } = createTestDiscovr();
  const { result, unmount } = await renderProbe(discovr);
  control.setLatency(50);
  act(() => result.current.start());
  await waitFor(() => expect(control.count('POST /pages')).toBe(1), { interval: 2 });
  unmount();
  // Responses arrive in request order, because all have the same latency. So without the abort, the first request would
  // have a response by now.
  await emulator.fetch('https://api.discovr.media/profiles');
  await untilQuiet({ control, queryClient: discovr.queryClient });
  expect(control.requests.map(({ method, path, status }) => [method, path, status]).slice(-2)).toEqual([
    ['POST', '/pages', undefined],
    ['GET', '/profiles', 401],
  ]);
});

test('a profile switch resets the progress', async () => {
  const { control, client, profileId, ...discovr } = createTestDiscovr({
    profiles: [{ name: 'Kim' }, { name: 'Lee' }],
  });
  const { result } = await renderProbe(discovr);
  act(() => result.current.start());
  await waitFor(() => expect(result.current.status).toBe('done'));
  const other = control.profiles().find(({ id }) => id !== profileId)!;
  await act(() => client.switchProfile(other.id));
  expect(result.current).toMatchObject({ status: 'idle', probes: [] });
});

test('probing that starts before the session is read tries the filters for the profile of the server', async () => {
  const { client, queryClient, profileId } = createTestDiscovr();
  const { result } = renderHook(() => useFilterProbe(severalHelp), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DiscovrProvider
        client={client}
        queryClient={queryClient}
        initialSession={{ status: 'active', profileId: profileId! }}
      >
        {children}
      </DiscovrProvider>
    ),
  });
  expect(client.getSession().status).toBe('unknown');
  act(() => result.current.start());
  await waitFor(() => expect(result.current.status).toBe('done'));
  expect(result.current.probes.map(({ outcome }) => outcome)).toEqual(['titles', 'none', 'titles', 'none', 'none']);
});

test('probing fails without an active profile', async () => {
  const { result } = await renderProbe(createTestDiscovr({ session: 'signedIn' }));
  act(() => result.current.start());
  await waitFor(() => expect(result.current.error?.code).toBe('NO_ACTIVE_PROFILE'));
  expect(result.current).toMatchObject({ status: 'failed', probes: [] });
});

test('pages of an expired session are created again', async () => {
  const { control, client, profileId, ...discovr } = createTestDiscovr();
  const first = await renderProbe(discovr);
  act(() => first.result.current.start());
  await waitFor(() => expect(first.result.current.status).toBe('done'));
  await act(() => client.selectProfile(profileId!));
  first.unmount();
  const { result } = await renderProbe(discovr);
  act(() => result.current.start());
  await waitFor(() => expect(result.current.status).toBe('done'));
  expect(control.count('POST /pages')).toBe(10);
});
