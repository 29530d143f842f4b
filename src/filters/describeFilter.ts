import { isolateName } from '../messages/direction.js';
import { formatMessage } from '../messages/formatMessage.js';
import { canonicalFilters } from './canonicalFilters.js';
import { rangeLabels } from './activeFilters.js';
import { filterKinds, isRangeKind } from './filterFields.js';
import type { FilterSpec } from './filterSpec.js';
import type { VocabularyKind } from './vocabulary/vocabulary.js';
import { withTextDefaults, type FilterTextOptions } from './filterTextOptions.js';

/**
 * Returns filters as one sentence, such as "Comedy or Drama movies, up to 100 minutes long, on Netflix in Germany". For
 * filters without an active filter, returns the message `summary.everything`.
 */
export function describeFilter(spec: FilterSpec, options: FilterTextOptions = {}): string {
  const filters = canonicalFilters(spec);
  const { locale, messages, labelOf } = withTextDefaults(options);
  const words = messages.summary;
  const anyOf = (kind: VocabularyKind, ids: readonly (number | string)[] | undefined): string | undefined => {
    if (!ids?.length) return undefined;
    const labels = ids.map((id) => isolateName(labelOf(kind, String(id)) ?? String(id), locale));
    labels.sort(new Intl.Collator([locale, 'en']).compare);
    return new Intl.ListFormat([locale, 'en'], { type: 'disjunction' }).format(labels);
  };
  const genres = anyOf('genres', filters.genres);
  const keywords = anyOf('keywords', filters.keywords);
  const regions = anyOf('regions', filters.region);
  const providers = anyOf('watchProviders', filters.with_watch_providers);

  const type = filters.media_type ?? 'all';
  const subject = genres ? formatMessage(words[`${type}Of`], { genres }) : words[type];
  const clauses = [
    keywords && formatMessage(words.keywords, { keywords }),
    ...filterKinds.filter(isRangeKind).map((kind) => rangeLabels[kind](filters, words, locale)),
    providers && regions && formatMessage(words.providersIn, { providers, regions }),
    providers && !regions && formatMessage(words.providers, { providers }),
    regions && !providers && formatMessage(words.regions, { regions }),
  ].filter((clause) => !!clause);

  if (!filters.media_type && !genres && clauses.length === 0) return words.everything;
  return [subject, ...clauses].join(words.separator);
}
