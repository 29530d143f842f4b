'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { perObject } from '../../messages/perObject.js';
import type { FiltersChange } from '../../filters/filtersChange.js';
import { findPreset, readFilterPresets, withPreset, type FilterPreset } from '../../filters/filterPresets.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createObservers, type Observers } from '../../shared/observers.js';
import { eventsOf } from '../events/eventsOf.js';
import { useDiscovrContext } from '../provider/context.js';
import { localPresetStore, type FilterPresetStore } from './presetStore.js';
import { scopeOf } from '../query/queryKeys.js';
import { useLatestMethods } from '../useLatestMethods.js';
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
const localStores = new Map<string, FilterPresetStore>();

function localStoreOf(scope: string): FilterPresetStore {
  const present = localStores.get(scope);
  if (present) return present;
  const made = localPresetStore(`discovr-presets-${scope}`);
  localStores.set(scope, made);
  return made;
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
  const store = options.store ?? localStoreOf(scope);
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
