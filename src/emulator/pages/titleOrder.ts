import type { Taste } from '../types.js';
import { genreIdsFor } from '../../filters/vocabulary/genres.js';
import { hash32, mix32 } from '../random.js';
import { genreMask, type TitleIndex } from '../titles/titleIndex.js';

/** Input for the order of titles: the session and the taste of the profile. */
export interface Snapshot {
  /** Id of the session. */
  readonly id: string;
  readonly profileId: string;
  /** Taste of the profile when the session was minted. */
  readonly taste?: Taste | undefined;
}

/** Number of genres that a new profile prefers. */
const TASTE_GENRES = 4;
const TASTE_WEIGHT = 0.25;
const APPEAL_WEIGHT = 0.5;
/** Equals the maximum of the random part, so that a title of a liked genre precedes an otherwise equal title. */
const LIKED_WEIGHT = 1;
/** Outweighs all other weights together, so that finished titles come last. */
const FINISHED_WEIGHT = -4;

/** Returns a function that scores the title at a position. Equal snapshots result in equal scores. */
export function titleOrder(
  { keys, genres, appeal }: TitleIndex,
  { id, profileId, taste }: Snapshot,
): (position: number) => number {
  const seed = hash32(`order ${id} ${profileId}`);
  const drawn = drawnGenres(profileId);
  const liked = genreMask(taste?.likedGenres ?? []);
  const finished = taste?.finished.size ? taste.finished : undefined;
  return (position) =>
    (mix32(keys[position]! ^ seed) >>> 0) / 2 ** 32 +
    ((genres[position]! & drawn) !== 0 ? TASTE_WEIGHT : 0) +
    ((genres[position]! & liked) !== 0 ? LIKED_WEIGHT : 0) +
    (finished?.has(keys[position]!) ? FINISHED_WEIGHT : 0) +
    appeal[position]! * APPEAL_WEIGHT;
}

/** Returns the bit mask of the preferred genres of a new profile, derived from its id. */
function drawnGenres(profileId: string): number {
  const drawn = [...genreIdsFor(undefined)]
    .map((genre) => ({ genre, draw: hash32(`taste ${profileId} ${genre}`) }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, TASTE_GENRES);
  return genreMask(drawn.map(({ genre }) => genre));
}
