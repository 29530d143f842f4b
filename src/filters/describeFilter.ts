import { formatList, isolateName } from '../messages/locale.js';
import { formatMessage } from '../messages/formatMessage.js';
import { canonicalFilters } from './canonicalFilters.js';
import { chosenIds, rangeLabel, withTextDefaults, type FilterTextOptions } from './activeFilters.js';
import { filterKinds, isRangeKind } from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';
import type { VocabularyKind } from './vocabulary/vocabulary.js';

/**
 * Returns filters as one sentence, such as "Comedy or Drama movies, up to 100 minutes long, on Netflix in Germany".
 * When no filter is active, returns the message `summary.everything`.
 */
export function describeFilter(spec: FilterSpec, options: FilterTextOptions = {}): string {
  return phrasesOf(spec, options).join(withTextDefaults(options).messages.summary.separator);
}

/**
 * Returns the phrases of the sentence of {@link describeFilter}. With `others`, they name only three of a long list, and
 * what `others` returns for the number of the rest.
 */
export function phrasesOf(
  spec: FilterSpec,
  options: FilterTextOptions,
  others?: (count: number) => string,
): readonly string[] {
  const filters = canonicalFilters(spec);
  const { locale, messages, labelOf } = withTextDefaults(options);
  const { summary } = messages;
  const anyOf = (kind: VocabularyKind): string =>
    anyOfNames(
      chosenIds(filters, kind).map((id) => labelOf(kind, id) ?? id),
      locale,
      others,
    );
  const genres = anyOf('genres');
  const keywords = anyOf('keywords');
  const regions = anyOf('regions');
  const providers = anyOf('watchProviders');

  const type = filters.media_type ?? 'all';
  const subject = genres ? formatMessage(summary[`${type}Of`], { genres }) : summary[type];
  const clauses = [
    keywords && formatMessage(summary.keywords, { keywords }),
    ...filterKinds.filter(isRangeKind).map((kind) => rangeLabel(filters, kind, summary, locale)),
    providers && regions && formatMessage(summary.providersIn, { providers, regions }),
    providers && !regions && formatMessage(summary.providers, { providers }),
    regions && !providers && formatMessage(summary.regions, { regions }),
  ].filter((clause): clause is string => !!clause);

  if (!filters.media_type && !genres && clauses.length === 0) return [summary.everything];
  return [subject, ...clauses];
}

/** A list with more names than this is long. */
const MAX_NAMES = 4;

/** Returns names as one text, in alphabetical order: "Austria, Germany, or Switzerland". `others` shortens a long list. */
export function anyOfNames(names: readonly string[], locale: string, others?: (count: number) => string): string {
  const sorted = names.map((name) => isolateName(name, locale)).sort(new Intl.Collator([locale, 'en']).compare);
  const isShort = !others || sorted.length <= MAX_NAMES;
  const shown = isShort ? sorted : [...sorted.slice(0, MAX_NAMES - 1), others(sorted.length - MAX_NAMES + 1)];
  return formatList(shown, locale, 'disjunction');
}
