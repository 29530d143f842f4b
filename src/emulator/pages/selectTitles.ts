import { COMPLETED_PROGRESS } from '../../api/facts.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { genreIdsFor } from '../../filters/vocabulary/defaultVocabulary.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { hash32, mix32 } from '../random.js';
import { titleKey } from '../titles/availability.js';
import { isFinished } from '../titles/history.js';
import { genreMask, type TitleIndex } from '../titles/titleIndex.js';
import { findTitle } from '../titles/titleLookup.js';
import type { EmulatorState, ProfileRecord, Taste } from '../types.js';
import { titleFilter } from './titleFilter.js';

/** Returns the positions of the titles that match the filters and are not disliked, in the order of the catalog. */
export function matchingPositions(
  { keys }: TitleIndex,
  passes: (position: number) => boolean,
  { taste }: Snapshot,
): Int32Array {
  const disliked = taste?.disliked.size ? taste.disliked : undefined;
  const found = new Int32Array(keys.length);
  let count = 0;
  for (let position = 0; position < keys.length; position += 1) {
    if (passes(position) && !disliked?.has(keys[position]!)) found[count++] = position;
  }
  return found.slice(0, count);
}

/** Returns the positions that match and have the highest scores, best first. */
export function bestPositions(
  positions: Int32Array,
  passes: (position: number) => boolean,
  scoreOf: (position: number) => number,
  limit: number,
): readonly number[] {
  const best: { position: number; score: number }[] = [];
  for (const position of positions) {
    if (!passes(position)) continue;
    const score = scoreOf(position);
    if (best.length === limit && score <= best[limit - 1]!.score) continue;
    const rank = best.findIndex((other) => score > other.score);
    best.splice(rank < 0 ? best.length : rank, 0, { position, score });
    if (best.length > limit) best.pop();
  }
  return best.map(({ position }) => position);
}

/** Returns the first titles that match the filters, in the order of the snapshot. */
export function selectTitles(
  index: TitleIndex,
  filters: FilterSpec,
  snapshot: Snapshot,
  limit: number,
): readonly CatalogTitle[] {
  const positions = matchingPositions(index, titleFilter(index, filters), snapshot);
  const best = bestPositions(positions, () => true, titleOrder(index, snapshot), limit);
  return best.map((position) => index.titles[position]!);
}

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

const votes = [
  ['liked', 1],
  ['super_liked', 2],
  ['disliked', -1],
] as const;

/** Creates a snapshot of the taste of a profile. */
export function tasteOf(state: EmulatorState, record: ProfileRecord | undefined): Taste {
  if (!record) return { disliked: new Set(), finished: new Set(), liked: [], likedGenres: [], unfinished: [] };
  const titleOf = (mediaId: string) => findTitle(state, mediaId);
  const { lists, history, playback } = record;
  const liked = [...lists.liked, ...lists.super_liked].sort(([, a], [, b]) => b - a);
  const unfinished = [...playback]
    .filter(([, { progress }]) => progress > 0 && progress < COMPLETED_PROGRESS)
    .sort(([, a], [, b]) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
  const seen = [...new Set(history.map(({ mediaId }) => mediaId))].map(titleOf);
  return {
    disliked: new Set([...lists.disliked.keys()].map((mediaId) => titleKey(titleOf(mediaId)))),
    finished: new Set(seen.filter((title) => isFinished(record, title)).map(titleKey)),
    liked: liked.map(([mediaId]) => titleOf(mediaId)),
    likedGenres: likedGenresOf(lists, titleOf),
    unfinished: unfinished.map(([mediaId]) => titleOf(mediaId)),
  };
}

function likedGenresOf(lists: ProfileRecord['lists'], titleOf: (mediaId: string) => CatalogTitle): readonly number[] {
  const sums = new Map<number, number>();
  for (const [list, vote] of votes) {
    for (const genre of [...lists[list].keys()].flatMap((mediaId) => titleOf(mediaId).genres)) {
      sums.set(genre, (sums.get(genre) ?? 0) + vote);
    }
  }
  return [...sums].filter(([, sum]) => sum > 0).map(([genre]) => genre);
}
