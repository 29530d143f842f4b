import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { mix32 } from '../random.js';
import { titleKey } from './titleKey.js';

const givenNames = ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Lena'];
const familyNames = ['Example', 'Sample', 'Placeholder', 'Specimen', 'Instance', 'Pattern', 'Model', 'Draft'];
const CAST_SIZE = 6;

/** Actor of a title. */
export interface CastMember {
  readonly name: string;
}

/**
 * Returns a cast for a title. The catalog has no casts, so the names are obviously invented. They are the same in
 * each run.
 */
export function sampleCast(title: Pick<CatalogTitle, 'id' | 'mediaType'>): readonly CastMember[] {
  const start = mix32(titleKey(title)) >>> 0;
  // Each step is coprime to the length of its list, so no name appears twice.
  return Array.from({ length: CAST_SIZE }, (_, index) => {
    const given = givenNames[(start + index * 5) % givenNames.length];
    const family = familyNames[(start + index * 3) % familyNames.length];
    return { name: `${given} ${family}` };
  });
}
