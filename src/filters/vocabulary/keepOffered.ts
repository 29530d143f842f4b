import type { Option } from './vocabulary.js';

/** Splits choices into those that a list offers and those that it does not. */
export function keepOffered(
  chosen: readonly string[],
  offered: readonly Option[],
): { kept: string[]; dropped: string[] } {
  const ids = new Set(offered.map((option) => option.id));
  return { kept: chosen.filter((id) => ids.has(id)), dropped: chosen.filter((id) => !ids.has(id)) };
}
