import type { Taste } from '../types.js';
import { genreIdsFor } from '../../filters/vocabulary/genres.js';
import { hash32, mix32 } from '../random.js';
import { genreMask, type TitleIndex } from '../titles/titleIndex.js';

/** What the order of titles follows from: each session is a snapshot, each profile has its taste. */
export interface Snapshot {
  /** Id of the session. */
  readonly id: string;
  readonly profileId: string;
  /** What the profile had told when the session was minted. */
  readonly taste?: Taste | undefined;
}

/** Genres a profile likes better than the rest. */
const TASTE_GENRES = 4;
const TASTE_WEIGHT = 0.25;
const APPEAL_WEIGHT = 0.5;
/** As much as chance may give: of two titles alike, the one of a liked genre comes first. */
const LIKED_WEIGHT = 1;
/** More than all the others together: what was seen comes last. */
const FINISHED_WEIGHT = -4;

/** Makes the score of the title at a position: higher comes first. The same snapshot gives the same scores. */
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

/** The bits of the genres a profile likes before it has told any, drawn from its id. */
function drawnGenres(profileId: string): number {
  const drawn = [...genreIdsFor(undefined)]
    .map((genre) => ({ genre, draw: hash32(`taste ${profileId} ${genre}`) }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, TASTE_GENRES);
  return genreMask(drawn.map(({ genre }) => genre));
}
