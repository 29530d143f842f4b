import type { FilterPreset } from '../../filters/filterPresets.js';

/**
 * Storage of presets: any object with these methods. Reading is synchronous, so fetch presets from a server beforehand
 * and report them through `subscribe`.
 */
export interface FilterPresetStore {
  /** Returns the stored presets, or any other value if there are none; invalid presets are ignored. */
  get(): unknown;
  /** Stores presets, which are plain data, in place of all previous ones. */
  set(presets: readonly FilterPreset[]): void;
  /** Calls the listener after changes made elsewhere, such as in another tab. Returns a function that removes it. */
  subscribe?(onChange: () => void): () => void;
}

/**
 * Creates a store in `localStorage`, shared by all tabs of the origin. When the browser refuses to store data (private
 * windows, full storage), presets last as long as the page.
 *
 * @param name key of the storage entry.
 */
export function localPresetStore(name: string): FilterPresetStore {
  let unkept: readonly FilterPreset[] | undefined;
  return {
    get: () => unkept ?? parse(readText(name)),
    set(presets) {
      unkept = keepText(name, JSON.stringify(presets)) ? undefined : presets;
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
    // The browser refuses access to the storage, so nothing is stored.
    return null;
  }
}

function keepText(name: string, text: string): boolean {
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
    // Other data, or truncated: no presets.
    return [];
  }
}
