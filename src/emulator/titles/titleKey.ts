import type { CatalogTitle } from '../catalog/catalogTitle.js';

/** Returns a unique number for a title. The id alone is not unique, because a film and a series can share it. */
export function titleKey(title: Pick<CatalogTitle, 'id' | 'mediaType'>): number {
  return title.id * 2 + Number(title.mediaType === 'tv');
}
