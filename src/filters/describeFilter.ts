import { isolateName } from '../messages/locale.js';
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
  const filters = canonicalFilters(spec);
  const { locale, messages, labelOf } = withTextDefaults(options);
  const { summary } = messages;
  const anyOf = (kind: VocabularyKind): string =>
    anyOfNames(
      chosenIds(filters, kind).map((id) => labelOf(kind, id) ?? id),
      locale,
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
  ].filter((clause) => !!clause);

  if (!filters.media_type && !genres && clauses.length === 0) return summary.everything;
  return [subject, ...clauses].join(summary.separator);
}

/** Returns names as one text, in alphabetical order: "Austria, Germany, or Switzerland". */
export function anyOfNames(names: readonly string[], locale: string): string {
  const isolated = names.map((name) => isolateName(name, locale)).sort(new Intl.Collator([locale, 'en']).compare);
  return new Intl.ListFormat([locale, 'en'], { type: 'disjunction' }).format(isolated);
}
