import type { FilterPreset } from '../../filters/filterPresets.js';

/**
 * Where presets are kept. Any object with these methods will do. Reading is synchronous: what comes from a server is
 * fetched before, and told by `subscribe`.
 */
export interface FilterPresetStore {
  /** Gives what was kept, or anything else where nothing was; what is no preset is left out. */
  get(): unknown;
  /** Keeps presets, plain data, in place of the former ones. */
  set(presets: readonly FilterPreset[]): void;
  /** Hears of changes made elsewhere, such as in another tab. Returns the undo. */
  subscribe?(onChange: () => void): () => void;
}

/**
 * Keeps presets in `localStorage`, the same in all tabs of the origin. Where the browser refuses to keep (private
 * windows, full storage), they live as long as the page does.
 *
 * @param name of the entry in the storage.
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
        // No key: everything was cleared.
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
    // Reading is refused as a whole, so there is nothing.
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
    // Somebody else's, or cut off: no presets.
    return [];
  }
}
