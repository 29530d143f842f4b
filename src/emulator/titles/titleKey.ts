import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';

/** Returns a unique number for a title. The id alone is not unique, because a film and a series can share it. */
export function titleKey(title: Pick<CatalogueTitle, 'id' | 'mediaType'>): number {
  return title.id * 2 + Number(title.mediaType === 'tv');
}
