import type { HeroItem, MediaItem } from '../../api/media.js';
import { backdropOf, posterOf } from '../catalog/artwork.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { mix32 } from '../random.js';
import { titleKey } from './availability.js';

/** Film or series in the wire format, with the known fields only. */
export type MediaItemBody = Pick<MediaItem, 'type' | 'id' | 'title' | 'media_type' | 'poster_path' | 'backdrop_path'>;

/** Hero item in the wire format, with the known fields only. */
type HeroItemBody = MediaItemBody & Pick<HeroItem, 'overview' | 'release_date' | 'runtime' | 'genres' | 'seasons'>;

/** Returns the media id of a title in the API. */
export function mediaIdOf({ mediaType, id }: Pick<CatalogTitle, 'id' | 'mediaType'>): string {
  return `${mediaType === 'movie' ? 'MV' : 'TV'}_${id}`;
}

/** Converts a title to an item of a row or a list. */
export function mediaItemOf(title: CatalogTitle): MediaItemBody {
  return {
    type: 'media',
    id: mediaIdOf(title),
    title: title.title,
    media_type: title.mediaType,
    poster_path: posterOf(title),
    backdrop_path: backdropOf(title),
  };
}

/** Converts a title to a hero item. */
export function heroItemOf(title: CatalogTitle): HeroItemBody {
  return { ...mediaItemOf(title), ...factsOf(title) };
}

/** Returns the facts of a title that its hero item and its details have in common, in the wire format. */
export function factsOf(title: CatalogTitle): Omit<HeroItemBody, keyof MediaItemBody> {
  const seasons = sampleSeasons(title);
  return {
    ...(title.overview !== undefined && { overview: title.overview }),
    runtime: title.runtime,
    release_date: title.releaseDate,
    genres: [...title.genres],
    ...(seasons.length > 0 && {
      seasons: seasons.map(({ season, episodes }) => ({ season_number: season, episode_count: episodes })),
    }),
  };
}

const givenNames = ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Hana', 'Ivo', 'Jun', 'Kofi', 'Lena'];
const familyNames = ['Example', 'Sample', 'Placeholder', 'Specimen', 'Instance', 'Pattern', 'Model', 'Draft'];
const CAST_SIZE = 6;

/** Actor of a title. */
interface CastMember {
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

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_SEASONS = 6;
const FEWEST_EPISODES = 6;
const MOST_EPISODES = 12;

/** Season of a series. */
interface Season {
  /** Season number, from 1. */
  readonly season: number;
  /** Number of episodes. */
  readonly episodes: number;
}

/**
 * Returns the seasons of a series, or none for a film. The catalog has no seasons, so this is sample data derived
 * from the id of the title, the same in each run.
 */
export function sampleSeasons(title: Pick<CatalogTitle, 'id' | 'mediaType'>): readonly Season[] {
  if (title.mediaType === 'movie') return [];
  const draw = (salt: number, below: number) => (mix32(titleKey(title) ^ salt) >>> 0) % below;
  return Array.from({ length: 1 + draw(0x5ea50, MOST_SEASONS) }, (_, index) => ({
    season: index + 1,
    episodes: FEWEST_EPISODES + draw(0xe9150de + index, MOST_EPISODES - FEWEST_EPISODES + 1),
  }));
}

/** Returns when an episode first aired: one season per year, one episode per week (sample data). */
export function airedAt({ releaseDate }: Pick<CatalogTitle, 'releaseDate'>, season: number, episode: number): string {
  const days = (season - 1) * 364 + (episode - 1) * 7;
  return new Date(Date.parse(releaseDate) + days * DAY_MS).toISOString();
}
