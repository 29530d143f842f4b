import { act, renderHook, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { heroItems } from '../../../test/support/pageItems.js';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { useTitleSheet, type UseTitleSheetOptions } from './useTitleSheet.js';

const [title, otherTitle] = heroItems(2).map(({ id }) => id) as [string, string];

function renderSheetHook(discovr: TestDiscovr, options?: UseTitleSheetOptions) {
  return renderHook(({ id }) => useTitleSheet(id, options), {
    wrapper: discovr.Wrapper,
    initialProps: { id: title },
  });
}

describe('useTitleSheet', () => {
  test('returns the loading state, then facts, profile data and the resume point', async () => {
    const discovr = createTestDiscovr();
    await discovr.client.scrobble(title, 30, title.startsWith('TV_') ? { tv: { season: 1, episode: 1 } } : {});
    const { result } = renderSheetHook(discovr);
    expect(result.current).toMatchObject({ isLoading: true, isMetaLoading: true, error: null, resume: undefined });
    expect(result.current.toggles.liked).toMatchObject({ isOn: undefined, isPending: false });
    await waitFor(() => expect(result.current).toMatchObject({ isLoading: false, isMetaLoading: false }));
    expect(result.current.media?.id).toBe(title);
    expect(result.current.meta?.providers).toEqual(expect.any(Array));
    expect(result.current.resume).toMatchObject({ progress: 30 });
  });

  test('returns null as the resume point as soon as there is nothing to resume, even if the request fails', async () => {
    const discovr = createTestDiscovr({ client: { retries: 0 } });
    const { result, rerender } = renderSheetHook(discovr);
    expect(result.current.resume).toBeUndefined();
    await waitFor(() => expect(result.current.resume).toBeNull());
    expect(result.current.meta).toBeDefined();
    discovr.control.failNext({ kind: 'status', status: 400 }, { route: 'GET /profile/media/:mediaId' });
    rerender({ id: otherTitle });
    expect(result.current.resume).toBeUndefined();
    await waitFor(() => expect(result.current.metaError).not.toBeNull());
    expect(result.current.resume).toBeNull();
  });

  test('turns a toggle on before the response, and keeps it pending until the response', async () => {
    const discovr = createTestDiscovr();
    const onToggled = vi.fn<() => void>();
    const { result } = renderSheetHook(discovr, { onToggled });
    await waitFor(() => expect(result.current.meta).toBeDefined());
    discovr.control.setLatency(250);
    act(() => result.current.toggles.super_liked.toggle());
    await waitFor(() => expect(result.current.toggles.super_liked).toMatchObject({ isOn: true, isPending: true }));
    expect(onToggled).not.toHaveBeenCalled();
    await waitFor(() => expect(result.current.toggles.super_liked.isPending).toBe(false));
    expect(onToggled).toHaveBeenCalledExactlyOnceWith('super_liked', true, title);
  });

  test('ignores toggle() until the state of the toggle is known', () => {
    const discovr = createTestDiscovr();
    const { result } = renderSheetHook(discovr);
    act(() => result.current.toggles.liked.toggle());
    expect(discovr.control.count('POST /profile/liked')).toBe(0);
    expect(result.current.toggles.liked.isPending).toBe(false);
  });

  test('does not show a pending change of the previous title when the title changes', async () => {
    const discovr = createTestDiscovr();
    const { result, rerender } = renderSheetHook(discovr);
    await waitFor(() => expect(result.current.meta).toBeDefined());
    discovr.control.failNext({ kind: 'hang' }, { route: 'POST /profile/liked' });
    act(() => result.current.toggles.liked.toggle());
    await waitFor(() => expect(result.current.toggles.liked.isPending).toBe(true));
    rerender({ id: otherTitle });
    expect(result.current.toggles.liked).toMatchObject({ isOn: undefined, isPending: false });
  });

  test('repeats only the failed requests on retry()', async () => {
    const discovr = createTestDiscovr();
    discovr.control.failNext({ kind: 'status', status: 400 }, { route: 'GET /media/:mediaId' });
    const { result } = renderSheetHook(discovr);
    await waitFor(() => expect(result.current.error).not.toBeNull());
    await waitFor(() => expect(result.current.meta).toBeDefined());
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.media).toBeDefined());
    expect(result.current.error).toBeNull();
    expect(discovr.control.count('GET /media/:mediaId')).toBe(2);
    expect(discovr.control.count('GET /profile/media/:mediaId')).toBe(1);
  });
});
