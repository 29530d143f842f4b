import type { HeroItem, MediaItem } from '../../api/media.js';

/** Validates the facts of an item, which the schema of a row does not check. `DiscovrClient` has loaded this code. */
export async function readFacts(item: MediaItem): Promise<HeroItem> {
  const { heroItemSchema } = await import('../../api/media.js');
  return heroItemSchema.parse(item);
}
