'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FiltersChange } from '../../filters/filtersChange.js';
import { findPreset, readFilterPresets, withPreset, type FilterPreset } from '../../filters/filterPresets.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createObservers, type Observers } from '../../session/observers.js';
import { localPresetStore, type FilterPresetStore } from './presetStore.js';
import { scopeOf } from '../query/queryKeys.js';
import { useLatestMethods } from '../useLatestMethods.js';
import { useSession } from '../session/useSession.js';

/** Options of {@link useFilterPresets}. */
export interface UseFilterPresetsOptions {
  /**
   * Where presets are kept. Keep it at module level, or memoise it.
   * @default `localStorage`, apart for each profile
   */
  store?: FilterPresetStore | undefined;
  /** Hears of a preset that was applied: `setFilters` of `usePageFilterUrl`, or the app's own. */
  onFiltersChange?: ((filters: FilterSpec, details: FiltersChange & { reason: 'preset' }) => void) | undefined;
}

/**
 * What {@link useFilterPresets} gives. A name is unique in its store, whatever its case, and spaces at its ends do not
 * count. The methods keep their identity.
 */
export interface UseFilterPresetsResult {
  /** In the order they were first saved in; empty on the server and in the first render in a browser. */
  readonly presets: readonly FilterPreset[];
  /** Keeps filters under a name, in place of a preset that has it. Throws where the name is empty. */
  save(name: string, filters: FilterSpec): void;
  /** Gives a preset another name; `false` where there is no such preset, or the other name is empty or taken. */
  rename(name: string, nextName: string): boolean;
  /** Reports a preset's filters with the reason `'preset'`; `false` where there is no such preset. */
  apply(name: string): boolean;
  /** Deletes a preset, if there is one of that name. */
  remove(name: string): void;
}

/** Those who show presets, by store: a store without `subscribe` tells nobody of a change. */
const listeners = new WeakMap<FilterPresetStore, Observers<void>>();

function listenersOf(store: FilterPresetStore): Observers<void> {
  const present = listeners.get(store);
  if (present) return present;
  const made = createObservers<void>();
  listeners.set(store, made);
  return made;
}

/** One for each scope, so that all parts of a page hear of each other's changes. */
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
 * Filters a person keeps under names. Each profile has its own. Nothing is applied by itself: a link with filters always
 * wins.
 *
 * @example
 * const { filters, setFilters } = usePageFilterUrl();
 * const { presets, save, apply } = useFilterPresets({ onFiltersChange: setFilters });
 */
export function useFilterPresets(options: UseFilterPresetsOptions = {}): UseFilterPresetsResult {
  const scope = scopeOf(useSession());
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
  // Text compares by value, whatever object the store makes at each call.
  const text = useSyncExternalStore(subscribe, () => JSON.stringify(store.get() ?? []), noPresets);
  const presets = useMemo(() => readFilterPresets(JSON.parse(text)), [text]);

  // Another part or tab may have written since the last render.
  const latest = () => readFilterPresets(store.get());
  const write = (next: readonly FilterPreset[]) => {
    store.set(next);
    listenersOf(store).notify();
  };
  const methods = useLatestMethods({
    save(name: string, filters: FilterSpec) {
      if (!name.trim()) {
        throw new TypeError(
          'discovr-react: a preset was saved without a name, so it could not be found again. Ask for a name first.',
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
      if (preset) options.onFiltersChange?.(preset.filters, { reason: 'preset' });
      return preset !== undefined;
    },
    remove(name: string) {
      const found = latest();
      const preset = findPreset(found, name);
      if (preset) write(found.filter((each) => each !== preset));
    },
  });
  return useMemo(() => ({ presets, ...methods }), [presets, methods]);
}
