import * as z from 'zod/mini';
import { canonicalFilters } from './canonicalFilters.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';

/** Filters that the user saved under a name. */
export interface FilterPreset {
  /** Name as the user typed it, trimmed. */
  readonly name: string;
  /** Saved filters in canonical form. */
  readonly filters: FilterSpec;
}

const presetSchema = z.object({ name: z.string().check(z.trim(), z.minLength(1)), filters: filterSpecSchema });

/** Reads presets from plain data. Never throws: drops invalid entries and entries with the name of an earlier entry. */
export function readFilterPresets(data: unknown): FilterPreset[] {
  const presets: FilterPreset[] = [];
  for (const item of Array.isArray(data) ? data : []) {
    const { data: preset } = presetSchema.safeParse(item);
    if (preset && !findPreset(presets, preset.name)) {
      presets.push({ name: preset.name, filters: canonicalFilters(preset.filters) });
    }
  }
  return presets;
}

/** Returns the preset with the given name, ignoring case and surrounding spaces. */
export function findPreset(presets: readonly FilterPreset[], name: string): FilterPreset | undefined {
  const wanted = identityOf(name);
  return presets.find((preset) => identityOf(preset.name) === wanted);
}

/** Returns the presets with this preset added. An existing preset of the same name is replaced in place. */
export function withPreset(presets: readonly FilterPreset[], name: string, filters: FilterSpec): FilterPreset[] {
  const saved = { name: name.trim(), filters: canonicalFilters(filters) };
  const existing = findPreset(presets, name);
  return existing ? presets.map((preset) => (preset === existing ? saved : preset)) : [...presets, saved];
}

function identityOf(name: string): string {
  return name.trim().normalize().toLowerCase();
}
