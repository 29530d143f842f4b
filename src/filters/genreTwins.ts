/**
 * Genres of series by their TMDB id, each with the genres of films that say the same. Where films and series are shown,
 * a genre and its twin are one choice: users see the genre of films, and the filters contain both.
 */
const FILM_GENRES: ReadonlyMap<string, readonly string[]> = new Map([
  ['10759', ['28', '12']],
  ['10762', ['10751']],
  ['10765', ['878', '14']],
  ['10768', ['10752']],
]);

/** Returns genre ids as users see them: without the twins of others. A twin without a genre of films stays. */
export function withoutTwins(ids: readonly string[]): string[] {
  return ids.filter((id) => !FILM_GENRES.get(id)?.some((film) => ids.includes(film)));
}

/** Returns genre ids with the twins of those that have one. Leaves out twins that are not offered. */
export function withTwins(ids: readonly string[], isOffered: (id: string) => boolean = () => true): string[] {
  const twins = [...FILM_GENRES].filter(([twin, films]) => films.some((film) => ids.includes(film)) && isOffered(twin));
  return [...new Set([...ids, ...twins.map(([twin]) => twin)])];
}

/** Returns genre ids without one, and without the twin that was chosen only with it. */
export function withoutGenre(ids: readonly string[], id: string): string[] {
  const others = ids.filter((other) => other !== id);
  const isLeft = (film: string) => others.includes(film);
  return others.filter((other) => {
    const films = FILM_GENRES.get(other);
    return !films?.includes(id) || films.some(isLeft);
  });
}
