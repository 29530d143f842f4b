import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { mix32 } from '../random.js';
import { titleKey } from './titleKey.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_SEASONS = 6;
const FEWEST_EPISODES = 6;
const MOST_EPISODES = 12;

/** Season of a series. */
export interface Season {
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
