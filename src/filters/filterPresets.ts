import * as z from 'zod/mini';
import { canonicalFilters } from './canonicalFilters.js';
import { filterSpecSchema, type FilterSpec } from './filterSpec.js';

/** Filters that a person keeps under a name. */
export interface FilterPreset {
  /** As the person wrote it, without spaces at its ends. */
  readonly name: string;
  /** In canonical form. */
  readonly filters: FilterSpec;
}

const presetSchema = z.object({ name: z.string().check(z.trim(), z.minLength(1)), filters: filterSpecSchema });

/** Reads presets from plain data. Never throws: what is no preset, or has the name of a former one, is left out. */
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

/** Finds a preset by its name; upper and lower case are the same, and spaces at the ends do not count. */
export function findPreset(presets: readonly FilterPreset[], name: string): FilterPreset | undefined {
  const wanted = identityOf(name);
  return presets.find((preset) => identityOf(preset.name) === wanted);
}

/** The presets with one more, or with one of the same name replaced in its place. */
export function withPreset(presets: readonly FilterPreset[], name: string, filters: FilterSpec): FilterPreset[] {
  const made = { name: name.trim(), filters: canonicalFilters(filters) };
  const former = findPreset(presets, name);
  return former ? presets.map((preset) => (preset === former ? made : preset)) : [...presets, made];
}

function identityOf(name: string): string {
  return name.trim().normalize().toLowerCase();
}
