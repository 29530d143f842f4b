'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { findPreset, readFilterPresets, withPreset, type FilterPreset } from '../../filters/filterPresets.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import { perObject } from '../../messages/perObject.js';
import { withStorage, type Platform, type SyncStorage } from '../../platform/platform.js';
import { createObservers, type Observers } from '../../shared/observers.js';
import { eventsOf } from '../events/events.js';
import { useLatestMethods } from '../hooks.js';
import { useDiscovrContext } from '../provider/context.js';
import { scopeOf } from '../query/keys.js';
import { useSessionFrom } from '../session/useSession.js';

/** Options of {@link useFilterPresets}. */
export interface UseFilterPresetsOptions {
  /**
   * Storage of the presets. Keep it at module level, or memoize it.
   * @default `localStorage`, separate for each profile
   */
  store?: FilterPresetStore | undefined;
  /** Called when a preset is applied. Pass `setFilters` of `usePageFilterUrl`, or a custom function. */
  onFiltersChange?: ((filters: FilterSpec, details: FiltersChange & { reason: 'preset' }) => void) | undefined;
}

/**
 * Result of {@link useFilterPresets}. Names are unique in a store, ignoring case and surrounding spaces. The methods
 * are stable across renders.
 */
export interface UseFilterPresetsResult {
  /** Presets in the order in which they were added; empty on the server and in the first render in the browser. */
  readonly presets: readonly FilterPreset[];
  /** Saves filters under a name, replacing a preset with that name. Throws a `TypeError` when the name is empty. */
  save(name: string, filters: FilterSpec): void;
  /** Renames a preset; returns `false` if it does not exist, or if the new name is empty or taken. */
  rename(name: string, nextName: string): boolean;
  /** Calls `onFiltersChange` with a preset's filters; returns `false` if the preset does not exist. */
  apply(name: string): boolean;
  /** Deletes the preset with this name, if it exists. */
  remove(name: string): void;
}

/** Listeners of the components that show presets, by store. `subscribe` reports only changes made elsewhere. */
const listenersOf = perObject<FilterPresetStore, Observers<void>>(() => createObservers<void>());

/** One store per scope, so that a change in one component updates all components of the profile. */
const storesOf = perObject<Platform, Map<string, FilterPresetStore>>(() => new Map());

function storeOf(platform: Platform, scope: string): FilterPresetStore {
  const stores = storesOf(platform);
  const store = stores.get(scope) ?? presetStoreOn(platform, `discovr-presets-${scope}`);
  stores.set(scope, store);
  return store;
}

const noPresets = () => '[]';

/**
 * Manages presets, the filters that the user saved under names. The default store keeps separate presets for each
 * profile. No preset is applied automatically, so a link with filters always wins.
 *
 * @example
 * const { filters, setFilters } = usePageFilterUrl();
 * const { presets, save, apply } = useFilterPresets({ onFiltersChange: setFilters });
 */
export function useFilterPresets(options: UseFilterPresetsOptions = {}): UseFilterPresetsResult {
  const { client, snapshots } = useDiscovrContext('useFilterPresets()');
  const scope = scopeOf(useSessionFrom(snapshots));
  const store = options.store ?? storeOf(client.platform, scope);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const undo = [listenersOf(store).add(onChange), store.subscribe?.(onChange)];
      return () => {
        for (const stop of undo) stop?.();
      };
    },
    [store],
  );
  // Compares text, because a store may return a new object at each call.
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(store.get() ?? []), noPresets);
  const presets = useMemo(() => readFilterPresets(JSON.parse(text)), [text]);

  // Reads again, because another component or tab may have written since the last render.
  const latest = () => readFilterPresets(store.get());
  const write = (next: readonly FilterPreset[]) => {
    store.set(next);
    listenersOf(store).notify();
  };
  const methods = useLatestMethods({
    save(name: string, filters: FilterSpec) {
      if (!name.trim()) {
        throw new TypeError(
          'discovr-react: a preset cannot be saved without a name, because it could not be found again. ' +
            'Ask the user for a name first.',
        );
      }
      write(withPreset(latest(), name, filters));
    },
    rename(name: string, nextName: string) {
      const found = latest();
      const preset = findPreset(found, name);
      const holder = findPreset(found, nextName);
      if (!preset || !nextName.trim() || (holder && holder !== preset)) return false;
      write(found.map((each) => (each === preset ? { ...each, name: nextName.trim() } : each)));
      return true;
    },
    apply(name: string) {
      const preset = findPreset(latest(), name);
      if (!preset) return false;
      eventsOf(client).emit({ type: 'filtersApplied', filters: preset.filters, reason: 'preset' });
      options.onFiltersChange?.(preset.filters, { reason: 'preset' });
      return true;
    },
    remove(name: string) {
      const found = latest();
      const preset = findPreset(found, name);
      if (preset) write(found.filter((each) => each !== preset));
    },
  });
  return useMemo(() => ({ presets, ...methods }), [presets, methods]);
}

/**
 * Storage of presets: any object with these methods. `get` is synchronous. A store that loads presets from a server
 * returns none at first, and calls the listeners of `subscribe` when the presets have loaded.
 */
export interface FilterPresetStore {
  /** Returns the stored presets, or any other value if none are stored. Invalid presets are ignored. */
  get(): unknown;
  /** Stores presets, which are plain data, and replaces all previous ones. */
  set(presets: readonly FilterPreset[]): void;
  /** Calls the listener after changes made elsewhere, such as in another tab. Returns a function that removes it. */
  subscribe?(onChange: () => void): () => void;
}

/**
 * Creates a store in the storage of the device. When it refuses to store data, presets are kept in memory until the app
 * is closed or reloaded.
 *
 * @param name key of the storage entry.
 */
export function presetStoreOn(platform: Pick<Platform, 'storage' | 'onStored'>, name: string): FilterPresetStore {
  let unsaved: readonly FilterPreset[] | undefined;
  const readStored = (): unknown =>
    // Fails when the text is not JSON, because it is truncated or other code wrote it.
    withStorage(platform, 'device', (storage) => JSON.parse(storage.getItem(name) ?? '[]')) ?? [];
  return {
    get: () => unsaved ?? readStored(),
    set(presets) {
      const save = (storage: SyncStorage) => {
        storage.setItem(name, JSON.stringify(presets));
        return true;
      };
      unsaved = withStorage(platform, 'device', save) ? undefined : presets;
    },
    subscribe: (onChange) =>
      // The key is null when the whole storage was cleared.
      platform.onStored((key) => (key === name || key === null) && onChange()),
  };
}
