import type { FilterPreset } from '../../filters/filterPresets.js';

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
 * Creates a store in `localStorage`, shared by all tabs of the origin. When the browser refuses to store data (private
 * windows, full storage), presets are kept in memory until a reload.
 *
 * @param name key of the storage entry.
 */
export function localPresetStore(name: string): FilterPresetStore {
  let unsaved: readonly FilterPreset[] | undefined;
  return {
    get: () => unsaved ?? parse(readText(name)),
    set(presets) {
      unsaved = saveText(name, JSON.stringify(presets)) ? undefined : presets;
    },
    subscribe(onChange) {
      const handleStorage = ({ key }: StorageEvent) => {
        // The key is null when the whole storage was cleared.
        if (key === name || key === null) onChange();
      };
      window.addEventListener('storage', handleStorage);
      return () => window.removeEventListener('storage', handleStorage);
    },
  };
}

function readText(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    // The browser refuses access to the storage, so no presets can be read.
    return null;
  }
}

function saveText(name: string, text: string): boolean {
  try {
    window.localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    // The text is not JSON: it is truncated, or other code wrote it.
    return [];
  }
}
