import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTestDiscovr, type TestDiscovr } from '../../testing/createTestDiscovr.js';
import { useFilterPresets, type FilterPresetStore, type UseFilterPresetsOptions } from './useFilterPresets.js';

const comedy = { genres: [35] };
const drama = { genres: [18], with_runtime_lte: 100 };

/** Renders the hook for an active profile. */
async function renderPresets(options?: UseFilterPresetsOptions, discovr: TestDiscovr = createTestDiscovr()) {
  const view = renderHook(() => useFilterPresets(options), { wrapper: discovr.Wrapper, reactStrictMode: true });
  // Waits until the credential is read.
  await act(async () => undefined);
  return { ...view, discovr, names: () => view.result.current.presets.map(({ name }) => name) };
}

afterEach(() => {
  vi.restoreAllMocks();
  window.localStorage.clear();
});

test('a saved preset can be applied, even after a remount', async () => {
  const onFiltersChange = vi.fn();
  const { result, discovr, unmount } = await renderPresets({ onFiltersChange });
  act(() => result.current.save(' Friday night ', drama));
  expect(result.current.presets).toEqual([{ name: 'Friday night', filters: drama }]);
  expect(onFiltersChange).not.toHaveBeenCalled();
  unmount();
  const again = await renderPresets({ onFiltersChange }, discovr);
  expect(again.result.current.apply('friday night')).toBe(true);
  expect(onFiltersChange.mock.calls).toEqual([[drama, { reason: 'preset' }]]);
  expect(again.result.current.apply('Monday')).toBe(false);
});

test('saving under an existing name replaces the preset, regardless of case', async () => {
  const { result } = await renderPresets();
  act(() => result.current.save('Friday', comedy));
  act(() => result.current.save('Sunday', comedy));
  act(() => result.current.save('FRIDAY', drama));
  expect(result.current.presets).toEqual([
    { name: 'FRIDAY', filters: drama },
    { name: 'Sunday', filters: comedy },
  ]);
});

test('saving a preset without a name throws and saves nothing', async () => {
  const { result, names } = await renderPresets();
  expect(() => result.current.save('  ', drama)).toThrow('a preset cannot be saved without a name');
  expect(names()).toEqual([]);
});

test('a preset can be renamed, but not to the name of another preset', async () => {
  const { result, names } = await renderPresets();
  act(() => result.current.save('Friday', comedy));
  act(() => result.current.save('Sunday', drama));
  act(() => expect(result.current.rename('Friday', 'sunday')).toBe(false));
  act(() => expect(result.current.rename('Friday', ' ')).toBe(false));
  act(() => expect(result.current.rename('friday', 'FRIDAY')).toBe(true));
  expect(names()).toEqual(['FRIDAY', 'Sunday']);
  act(() => result.current.remove('sunday'));
  expect(names()).toEqual(['FRIDAY']);
});

test('presets are separate for each profile', async () => {
  const { result, discovr, names } = await renderPresets();
  act(() => result.current.save('Mine', comedy));
  const other = discovr.control.profiles()[1]!;
  await act(() => discovr.client.switchProfile(other.id));
  expect(names()).toEqual([]);
  await act(() => discovr.client.switchProfile(discovr.profileId!));
  expect(names()).toEqual(['Mine']);
});

test('two components show the same presets', async () => {
  const first = await renderPresets();
  const second = await renderPresets({}, first.discovr);
  act(() => first.result.current.save('Friday', comedy));
  expect(second.names()).toEqual(['Friday']);
});

test('changes in another tab are shown', async () => {
  const { result, names } = await renderPresets();
  act(() => result.current.save('Friday', comedy));
  const key = window.localStorage.key(0)!;
  window.localStorage.setItem(key, JSON.stringify([{ name: 'From the other tab', filters: drama }]));
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
  expect(names()).toEqual(['From the other tab']);
});

test.each([
  ['text that is not JSON', '{"presets":', []],
  ['other data', '{"a":1}', []],
  [
    'invalid presets beside a valid one',
    JSON.stringify([{ name: 'x', filters: { genres: ['x'] } }, 1, { name: 'Good', filters: {} }]),
    ['Good'],
  ],
])('useFilterPresets ignores and overwrites %s in the storage', async (_what, text, expected) => {
  const { result, names } = await renderPresets();
  act(() => result.current.save('Friday', comedy));
  const key = window.localStorage.key(0)!;
  window.localStorage.setItem(key, text);
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })));
  expect(names()).toEqual(expected);
  act(() => result.current.save('Sunday', drama));
  expect(names()).toEqual([...expected, 'Sunday']);
});

test('presets are kept in memory when the browser refuses to store them', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('No storage here.', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('No room here.', 'QuotaExceededError');
  });
  const { result, names } = await renderPresets();
  act(() => result.current.save('Friday', comedy));
  act(() => result.current.save('Sunday', drama));
  expect(names()).toEqual(['Friday', 'Sunday']);
});

describe('a custom store', () => {
  test('only needs to get and set plain data', async () => {
    let kept: unknown;
    const store: FilterPresetStore = {
      get: () => structuredClone(kept),
      set: (presets) => {
        kept = structuredClone(presets);
      },
    };
    const { result } = await renderPresets({ store });
    act(() => result.current.save('Friday', { genres: [35, 35, 18] }));
    expect(result.current.presets).toEqual(kept);
    expect(kept).toEqual([{ name: 'Friday', filters: { genres: [18, 35] } }]);
    expect(window.localStorage).toHaveLength(0);
  });
});
