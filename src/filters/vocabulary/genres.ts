import type { MediaType } from '../filterSpec.js';

/** TMDB genre ids by media type: 19 for films and 16 for series, sorted by English name as TMDB does. */
export const genreIds: Readonly<Record<MediaType, readonly number[]>> = {
  movie: [28, 12, 16, 35, 80, 99, 18, 10751, 14, 36, 27, 10402, 9648, 10749, 878, 10770, 53, 10752, 37],
  tv: [10759, 16, 35, 80, 99, 18, 10751, 10762, 9648, 10763, 10764, 10765, 10766, 10767, 10768, 37],
};

/** Returns the genre ids of a media type or, without one, of films and series combined, without duplicates. */
export function genreIdsFor(mediaType: MediaType | undefined): readonly number[] {
  return mediaType ? genreIds[mediaType] : [...new Set([...genreIds.movie, ...genreIds.tv])];
}
