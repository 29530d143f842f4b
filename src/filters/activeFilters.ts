import { formatMessage } from '../messages/formatMessage.js';
import type { Message } from '../messages/messages.js';
import { canonicalFilters } from './canonicalFilters.js';
import { withoutFilterKind } from './filterKinds.js';
import type { FilterSpec } from './filterSpec.js';
import type { VocabularyKind } from './vocabulary/vocabulary.js';
import { formatCalendarDate, wholeYears, wording, type FilterWordingOptions } from './wording.js';

/** One filter in force, as a person counts them: each choice is one, a pair of bounds is one. */
export interface ActiveFilter {
  /** The group it belongs to. */
  readonly kind: 'mediaType' | 'runtime' | 'releaseDate' | VocabularyKind;
  /** Chosen id; absent for a range. */
  readonly id?: string;
  /** Words for a chip. */
  readonly label: string;
}

/** The field of a {@link FilterSpec} that holds a list of choices. */
const LIST_FIELDS = {
  genres: 'genres',
  keywords: 'keywords',
  regions: 'region',
  watchProviders: 'with_watch_providers',
} as const;

/** Lists the filters in force, in the order of the form. Its length is the number to show as "active filters". */
export function activeFilters(filters: FilterSpec, options: FilterWordingOptions = {}): ActiveFilter[] {
  const { locale, messages, labelOf } = wording(options);
  const spec = canonicalFilters(filters);
  const chosen = (kind: VocabularyKind): ActiveFilter[] =>
    (spec[LIST_FIELDS[kind]] ?? []).map((value) => {
      const id = String(value);
      return { kind, id, label: labelOf(kind, id) ?? id };
    });
  const runtime = runtimeLabel(spec, messages.chips, locale);
  const released = releasedLabel(spec, messages.chips, locale);
  return [
    ...(spec.media_type
      ? [{ kind: 'mediaType' as const, id: spec.media_type, label: messages.mediaTypes[spec.media_type] }]
      : []),
    ...chosen('genres'),
    ...chosen('keywords'),
    ...(runtime ? [{ kind: 'runtime' as const, label: runtime }] : []),
    ...(released ? [{ kind: 'releaseDate' as const, label: released }] : []),
    ...chosen('regions'),
    ...chosen('watchProviders'),
  ];
}

/** Filters without one of those in force. */
export function withoutFilter(filters: FilterSpec, { kind, id }: Pick<ActiveFilter, 'kind' | 'id'>): FilterSpec {
  if (kind === 'mediaType' || kind === 'runtime' || kind === 'releaseDate') return withoutFilterKind(filters, kind);
  const field = LIST_FIELDS[kind];
  return canonicalFilters({ ...filters, [field]: (filters[field] ?? []).filter((value) => String(value) !== id) });
}

/** Templates for a runtime in words; plural by the bound that stands next to the unit. */
interface RuntimeWords {
  readonly runtimeFrom: Message;
  readonly runtimeTo: Message;
  readonly runtimeBetween: Message;
}

/** Templates for a span of release dates in words. */
interface ReleasedWords {
  readonly releasedFrom: string;
  readonly releasedTo: string;
  readonly releasedBetween: string;
  readonly releasedIn: string;
}

/** Words for the runtime of a filter, or `undefined` where it has none. */
export function runtimeLabel(spec: FilterSpec, words: RuntimeWords, locale: string): string | undefined {
  const { with_runtime_gte: min, with_runtime_lte: max } = spec;
  const count = max ?? min;
  if (count === undefined) return undefined;
  if (min === undefined) return formatMessage(words.runtimeTo, { max: count, count }, locale);
  if (max === undefined) return formatMessage(words.runtimeFrom, { min, count }, locale);
  return formatMessage(words.runtimeBetween, { min, max, count }, locale);
}

/** Words for the release dates of a filter, in years where they are whole years, or `undefined` where it has none. */
export function releasedLabel(spec: FilterSpec, words: ReleasedWords, locale: string): string | undefined {
  const { with_release_date_gte: first, with_release_date_lte: last } = spec;
  const years = wholeYears(first, last);
  if (years?.from && years.from === years.to) return formatMessage(words.releasedIn, { year: years.from });
  const from = years ? years.from : first && formatCalendarDate(first, locale);
  const to = years ? years.to : last && formatCalendarDate(last, locale);
  if (from && to) return formatMessage(words.releasedBetween, { from, to });
  if (from) return formatMessage(words.releasedFrom, { from });
  return to && formatMessage(words.releasedTo, { to });
}
