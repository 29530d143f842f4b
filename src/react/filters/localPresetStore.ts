import { browserPlatform } from '../../platform/browser.js';
import { presetStoreOn, type FilterPresetStore } from './useFilterPresets.js';

/**
 * Creates a store in `localStorage`, shared by all tabs of the origin. When the browser refuses to store data (private
 * windows, full storage), presets are kept in memory until a reload.
 *
 * @param name key of the storage entry.
 */
export const localPresetStore = (name: string): FilterPresetStore => presetStoreOn(browserPlatform, name);
