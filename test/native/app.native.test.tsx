import { act } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  useDeviceSignIn,
  useDiscovrPage,
  useFilterPresets,
  useMedia,
  usePageFilterForm,
  useProfiles,
  useReportEvent,
  useRowItems,
  useSession,
  useSignOut,
  useUpdateList,
  type DiscovrEvent,
} from '../../src/native/index.js';
import { eventually, nativeApp } from './support/renderNative.js';

test('the globals are those of React Native', () => {
  expect(globalThis.window).toBe(globalThis);
  for (const name of ['addEventListener', 'document', 'DOMException', 'BroadcastChannel', 'localStorage'])
    expect(globalThis, name).not.toHaveProperty(name);
  for (const name of ['PluralRules', 'ListFormat', 'DisplayNames', 'Locale']) expect(Intl).not.toHaveProperty(name);
});

describe('in React Native', () => {
  test('the provider reads the session, and signing out forgets it', async () => {
    const app = nativeApp();
    const shown = await app.use(() => ({ session: useSession(), signOut: useSignOut() }));
    await eventually(() => expect(shown.current.session).toEqual({ status: 'active', profileId: app.alex }));
    await act(async () => void (await shown.current.signOut.mutateAsync()));
    expect(shown.current.session).toEqual({ status: 'signedOut', reason: 'signOut' });
    expect(app.countOf('DELETE /auth/session')).toBe(1);
  });

  test('a form creates a page, which shows rows, items and a title', async () => {
    const app = nativeApp();
    const form = await app.use(() => usePageFilterForm());
    await act(async () => form.current.setMediaType('movie'));
    await act(async () => form.current.apply());
    await eventually(() => expect(form.current.status).toBe('created'));
    expect(form.current.summary).toBe('Movies');
    const pageId = form.current.page!.id;
    const page = await app.use(() => useDiscovrPage({ pageId }));
    await eventually(() => expect(page.current.rows).not.toHaveLength(0));
    expect(page.current.status).toBe('ready');
    const row = page.current.rows[0]!;
    const items = await app.use(() => useRowItems(row.pageId, row.id));
    await eventually(() => expect(items.current.data?.pages[0]!.items.length).toBeGreaterThan(0));
    const mediaId = page.current.page!.hero[0]!.id;
    const title = await app.use(() => useMedia(mediaId));
    await eventually(() => expect(title.current.data).toMatchObject({ id: mediaId }));
  });

  test('a page whose session has expired is created again, and a like is sent', async () => {
    const app = nativeApp();
    const { id } = await app.client.createPage({ pageFilters: { genres: [35] } });
    app.control.outdatePages();
    const page = await app.use(() => ({ page: useDiscovrPage({ pageId: id }), like: useUpdateList('liked') }));
    await eventually(() => expect(page.current.page.status).toBe('ready'));
    expect(page.current.page.page!.id).not.toBe(id);
    const [item] = page.current.page.page!.hero;
    await act(async () => void (await page.current.like.mutateAsync({ mediaId: item!.id, on: true })));
    expect(app.control.requests.at(-1)).toMatchObject({ method: 'POST', path: '/profile/liked' });
  });

  test('a draft is kept in memory while the user signs in', async () => {
    const app = nativeApp({ session: 'signedIn' });
    const requested = vi.fn();
    const form = await app.use(() => usePageFilterForm({ onSessionRequired: requested }));
    await eventually(() => expect(form.current.missingSession).toBe('signedIn'));
    await act(async () => form.current.setMediaType('tv'));
    await act(async () => form.current.apply());
    expect(requested).toHaveBeenCalledWith('signedIn');
    await form.unmount();
    await act(() => app.client.selectProfile(app.sam));
    const returned = await app.use(() => usePageFilterForm());
    await eventually(() => expect(returned.current.draftFilters).toEqual({ media_type: 'tv' }));
  });

  test('a code signs the user in, and nothing is asked while the app is in the background', async () => {
    const app = nativeApp({ session: 'signedOut' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'Date'] });
    const signIn = await app.use(() => useDeviceSignIn());
    await eventually(() => expect(signIn.current.progress.status).toBe('waiting'));
    const polls = () => app.control.requests.filter(({ path }) => path.startsWith('/auth/device-codes/')).length;
    act(() => app.device.become('background'));
    await act(async () => void (await vi.advanceTimersByTimeAsync(30_000)));
    expect(polls()).toBe(0);
    const { progress } = signIn.current;
    app.control.approveDevice(progress.status === 'waiting' ? progress.userCode : '');
    act(() => app.device.become('active'));
    await eventually(() => expect(signIn.current.progress).toEqual({ status: 'approved', kept: true }));
    expect(app.client.isSignedIn()).toBe(true);
  });

  test('a failure is reported to the app', async () => {
    const onError = vi.fn();
    const app = nativeApp({ session: 'signedIn', provider: { onError } });
    app.control.failNext({ kind: 'status', status: 403 }, { route: 'GET /profiles' });
    await app.use(() => useProfiles());
    await eventually(() => expect(onError).toHaveBeenCalledOnce());
    expect(onError.mock.calls[0]![0]).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('the app reports its own events, and keeps presets in memory', async () => {
    const events: DiscovrEvent[] = [];
    const app = nativeApp({ provider: { onEvent: (event) => events.push(event) } });
    const shown = await app.use(() => ({ report: useReportEvent(), presets: useFilterPresets() }));
    act(() => shown.current.report({ type: 'pageHealed', from: 'a', to: 'b' }));
    expect(events).toEqual([{ type: 'pageHealed', from: 'a', to: 'b', at: expect.any(Number) }]);
    act(() => shown.current.presets.save('Friday', { genres: [35] }));
    expect(shown.current.presets.presets).toEqual([{ name: 'Friday', filters: { genres: [35] } }]);
  });
});
