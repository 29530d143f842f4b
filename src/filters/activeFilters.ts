import { filtersEnglish } from '../messages/english/filters.js';
import { vocabularyEnglish } from '../messages/english/vocabulary.js';
import { formatMessage } from '../messages/formatMessage.js';
import { usableLocale } from '../messages/locale.js';
import { mergeMessages } from '../messages/mergeMessages.js';
import type { Messages } from '../messages/messages.js';
import { perObject } from '../messages/perObject.js';
import { canonicalFilters } from './canonicalFilters.js';
import {
  filterFields,
  filterKinds,
  isChoicesKind,
  isRangeKind,
  withoutFilterKind,
  type ChoicesKind,
  type FilterKind,
  type RangeKind,
} from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';
import { withoutGenre, withoutTwins, withTwins } from './genreTwins.js';
import { formatCalendarDate, formatYear, wholeYears } from './values.js';
import { defaultLabels } from './vocabulary/defaultVocabulary.js';
import type { LabelOf } from './vocabulary/vocabulary.js';

/** One active filter, as users count them: one choice, or one range. */
export interface ActiveFilter {
  /** Filter kind it belongs to. */
  readonly kind: FilterKind;
  /** Id of the choice; absent for a range. */
  readonly id?: string;
  /** Text of its chip. */
  readonly label: string;
}

/** Returns the active filters in form order. Their number is the count to show to users. */
export function activeFilters(filters: FilterSpec, options: FilterTextOptions = {}): ActiveFilter[] {
  const { locale, messages, labelOf } = withTextDefaults(options);
  const spec = canonicalFilters(filters);
  return filterKinds.flatMap((kind): ActiveFilter[] => {
    if (isChoicesKind(kind)) return chosenIds(spec, kind).map((id) => ({ kind, id, label: labelOf(kind, id) ?? id }));
    if (isRangeKind(kind)) {
      const label = rangeLabel(spec, kind, messages.chips, locale);
      return label ? [{ kind, label }] : [];
    }
    const id = spec[filterFields[kind].keys[0]];
    return id ? [{ kind, id, label: messages.mediaTypes[id] }] : [];
  });
}

/** Returns the chosen ids of one filter kind as text. A genre and its twin are one choice where all types are shown. */
export function chosenIds(filters: FilterSpec, kind: ChoicesKind): string[] {
  const ids = (filters[filterFields[kind].keys[0]] ?? []).map(String);
  return kind === 'genres' && !filters.media_type ? withoutTwins(ids) : ids;
}

/**
 * Returns the filters that are left when the user removes a kind, in canonical form. Without a type, each genre comes with
 * its twin, as where all types are shown.
 */
export function withoutRemoved(filters: FilterSpec, kind: FilterKind): FilterSpec {
  const { media_type: type, genres } = filters;
  const rest = withoutFilterKind(filters, kind);
  if (kind !== 'mediaType' || !type || !genres) return rest;
  return canonicalFilters({ ...rest, genres: withTwins(genres.map(String)).map(Number) });
}

/** Returns the filters without the given active filter, in canonical form. */
export function withoutFilter(filters: FilterSpec, { kind, id }: Pick<ActiveFilter, 'kind' | 'id'>): FilterSpec {
  if (!isChoicesKind(kind)) return withoutRemoved(filters, kind);
  const key = filterFields[kind].keys[0];
  const values: readonly (number | string)[] = filters[key] ?? [];
  const ids = values.map(String);
  const isFolded = kind === 'genres' && !filters.media_type && id !== undefined;
  const rest = isFolded ? withoutGenre(ids, id) : ids.filter((other) => other !== id);
  return canonicalFilters({ ...filters, [key]: values.filter((value) => rest.includes(String(value))) });
}

/** Messages for ranges, in a chip or in the sentence. */
type RangeMessages = Messages['chips'] | Messages['summary'];

/** Returns the label of a range for the chip or the sentence, or `undefined` if it has no bounds. */
export function rangeLabel(
  filters: FilterSpec,
  kind: RangeKind,
  messages: RangeMessages,
  locale: string,
): string | undefined {
  if (kind === 'releaseDate') return releaseDateLabel(filters, messages, locale);
  const { keys, texts } = filterFields[kind];
  const [min, max] = keys.map((key) => filters[key]);
  // The bound next to the unit selects the plural form.
  const count = max ?? min;
  if (count === undefined) return undefined;
  const end = min === undefined ? 'To' : max === undefined ? 'From' : 'Between';
  return formatMessage(messages[`${texts}${end}`], { min: min ?? count, max: count, count }, locale);
}

function releaseDateLabel(spec: FilterSpec, messages: RangeMessages, locale: string): string | undefined {
  const { with_release_date_gte: first, with_release_date_lte: last } = spec;
  const years = wholeYears(first, last);
  const format = years ? formatYear : formatCalendarDate;
  const { from: lower, to: upper } = years ?? { from: first, to: last };
  const from = lower && format(lower, locale);
  const to = upper && format(upper, locale);
  if (years && from && from === to) return formatMessage(messages.releasedIn, { year: from });
  if (from && to) return formatMessage(messages.releasedBetween, { from, to });
  if (from) return formatMessage(messages.releasedFrom, { from });
  return to && formatMessage(messages.releasedTo, { to });
}

/** Messages for filters and for the names in the built-in vocabulary. */
type FilterMessages = Pick<Messages, keyof typeof english>;

const english = { ...vocabularyEnglish, ...filtersEnglish };

/** Options of the functions that return text for filters. */
export interface FilterTextOptions {
  /**
   * BCP 47 tag used to format lists, numbers and dates.
   * @default 'en'
   */
  locale?: string;
  /**
   * Messages for filters and names.
   * @default the English pack
   */
  messages?: FilterMessages;
  /**
   * Returns the label of a chosen id. An id without a label is shown unchanged.
   * @default the labels of the default vocabulary
   */
  labelOf?: LabelOf;
}

/** Messages of an app, with English texts in place of those that are missing or no texts. */
const completed = perObject((messages: FilterMessages): FilterMessages => mergeMessages(english, messages));

/** Fills in the defaults of {@link FilterTextOptions}. */
export function withTextDefaults({ labelOf, ...options }: FilterTextOptions): Required<FilterTextOptions> {
  const locale = usableLocale(options.locale);
  const messages = options.messages ? completed(options.messages) : english;
  return { locale, messages, labelOf: labelOf ?? defaultLabels({ locale, messages }) };
}
