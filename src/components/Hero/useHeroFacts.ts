'use client';

import { useEffect } from 'react';
import type { HeroItem } from '../../api/media.js';
import type { Messages } from '../../messages/messages.js';
import { createFormats, lengthOf, yearOf } from '../../ui/facts/titleFacts.js';
import { useGenreNames } from '../../ui/facts/useGenreNames.js';

/** Maximum number of genres of a slide, so that the facts fit one line. */
const MAX_GENRES = 3;

/**
 * Returns a function that lists the facts of a hero title that are known: year, length, genres. While there are no
 * titles, creates the formats when the browser is idle: the first `Intl` format of a document takes 12 ms on a laptop and
 * 70 ms on a slow television.
 */
export function useHeroFacts(
  items: readonly HeroItem[],
  texts: Messages['page'],
  locale: string,
): (item: HeroItem) => readonly string[] {
  const genresOf = (item: HeroItem) => item.genres?.slice(0, MAX_GENRES) ?? [];
  const isWaiting = items.length === 0;
  useEffect(() => {
    // Not every browser has idle callbacks.
    if (!isWaiting || typeof requestIdleCallback === 'undefined') return undefined;
    const callback = requestIdleCallback(() => createFormats(locale));
    return () => cancelIdleCallback(callback);
  }, [isWaiting, locale]);
  const genreNames = useGenreNames([...new Set(items.flatMap(genresOf))], locale, '<Hero>');
  return (item) =>
    [yearOf(item, locale), lengthOf(item, texts.seasons, locale), genreNames(genresOf(item))].filter(
      (fact) => fact !== undefined,
    );
}
