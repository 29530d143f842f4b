import type { CatalogueTitle } from '../catalogue/catalogueTitle.js';

/** One number for a title: films and series are numbered apart, so the id alone would name two titles. */
export function titleKey(title: Pick<CatalogueTitle, 'id' | 'mediaType'>): number {
  return title.id * 2 + Number(title.mediaType === 'tv');
}
