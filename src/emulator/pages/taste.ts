import type { EmulatorState, ProfileRecord, Taste } from '../types.js';
import { COMPLETED_PROGRESS } from '../../api/facts.js';
import type { CatalogTitle } from '../catalog/catalogTitle.js';
import { isFinished } from '../titles/history.js';
import { titleKey } from '../titles/titleKey.js';
import { findTitle } from '../titles/titleLookup.js';

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
