import type { FilterSpec } from '../../filters/filterSpec.js';
import { genreIdsFor } from '../../filters/vocabulary/defaultVocabulary.js';
import { en } from '../../messages/en.js';

/** Page that a navigation item opens: the current page with narrower filters. */
export interface Destination {
  readonly title: string;
  /** Filters to add to the filters of the current page. A genre among them replaces the genres of the page. */
  readonly narrowing: FilterSpec;
}

/** Group of destinations, shown as one navigation row. */
export interface Direction {
  readonly key: string;
  readonly title: string;
  readonly destinations: readonly Destination[];
}

const FIRST_DECADE = 1930;
const LAST_DECADE = 2020;
const SHORT_MINUTES = 60;
const FEATURE_MINUTES = 120;

/** Returns the English name of a genre. All texts of the emulator are English. */
export function genreName(id: number): string {
  const names: Readonly<Record<string, string>> = en.genres;
  return names[id] ?? `Genre ${id}`;
}

/** Decades, newest first. Each can be a row and a destination. */
export const decades: readonly Destination[] = Array.from(
  { length: (LAST_DECADE - FIRST_DECADE) / 10 + 1 },
  (_, index) => {
    const year = LAST_DECADE - index * 10;
    return {
      title: `${year}s`,
      narrowing: { with_release_date_gte: `${year}-01-01`, with_release_date_lte: `${year + 9}-12-31` },
    };
  },
);

const kinds: readonly Destination[] = [
  { title: 'Movies', narrowing: { media_type: 'movie' } },
  { title: 'Series', narrowing: { media_type: 'tv' } },
];

const lengths: readonly Destination[] = [
  { title: 'Under an hour', narrowing: { with_runtime_lte: SHORT_MINUTES - 1 } },
  { title: 'One to two hours', narrowing: { with_runtime_gte: SHORT_MINUTES, with_runtime_lte: FEATURE_MINUTES } },
  { title: 'Over two hours', narrowing: { with_runtime_gte: FEATURE_MINUTES + 1 } },
];

/**
 * Returns the groups of destinations of a page. A destination sets only filters that the page does not set, or chooses
 * one genre of the page. Therefore all titles of a destination also match the filters of the page.
 */
export function directionsFrom(filters: FilterSpec): readonly Direction[] {
  const chosen = filters.genres ?? genreIdsFor(filters.media_type);
  const isOpen = (...fields: (keyof FilterSpec)[]) => fields.every((field) => filters[field] === undefined);
  const directions: (Direction & { readonly isPossible: boolean })[] = [
    {
      key: 'genres',
      title: 'Explore genres',
      isPossible: chosen.length > 1,
      destinations: chosen.map((id) => ({ title: genreName(id), narrowing: { genres: [id] } })),
    },
    {
      key: 'decades',
      title: 'Explore by decade',
      isPossible: isOpen('with_release_date_gte', 'with_release_date_lte'),
      destinations: decades,
    },
    { key: 'kinds', title: 'Movies or series', isPossible: isOpen('media_type'), destinations: kinds },
    {
      key: 'lengths',
      title: 'How much time do you have?',
      isPossible: isOpen('with_runtime_gte', 'with_runtime_lte'),
      destinations: lengths,
    },
  ];
  return directions.filter(({ isPossible }) => isPossible);
}
