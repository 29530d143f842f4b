import type { Option } from './vocabulary.js';

/** Splits chosen ids by whether a list offers them. */
export function keepOffered(
  chosen: readonly string[],
  offered: readonly Option[],
): { kept: string[]; dropped: string[] } {
  const ids = new Set(offered.map((option) => option.id));
  return { kept: chosen.filter((id) => ids.has(id)), dropped: chosen.filter((id) => !ids.has(id)) };
}
