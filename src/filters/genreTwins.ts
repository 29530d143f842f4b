/**
 * Genres of series by their TMDB id, each with the genres of films that say the same. Where films and series are shown,
 * a genre and its twin are one choice: users see the genre of films, and the filters contain both.
 */
export const filmGenres: ReadonlyMap<string, readonly string[]> = new Map([
  ['10759', ['28', '12']],
  ['10762', ['10751']],
  ['10765', ['878', '14']],
  ['10768', ['10752']],
]);

/** Returns genre ids as users see them: without the twins of others. A twin without a genre of films stays. */
export function withoutTwins(ids: readonly string[]): string[] {
  return ids.filter((id) => !filmGenres.get(id)?.some((film) => ids.includes(film)));
}

/** Returns genre ids with the twins of those that have one. */
export function withTwins(ids: readonly string[]): string[] {
  const twins = [...filmGenres.keys()].filter((twin) => !withoutTwins([...ids, twin]).includes(twin));
  return [...new Set([...ids, ...twins])];
}

/** Returns genre ids without one, and without the twin that was chosen only with it. */
export function withoutGenre(ids: readonly string[], id: string): string[] {
  const twins = withTwins([id]);
  const others = ids.filter((other) => !twins.includes(other));
  const kept = withTwins(others);
  return ids.filter((other) => other !== id && (others.includes(other) || kept.includes(other)));
}
