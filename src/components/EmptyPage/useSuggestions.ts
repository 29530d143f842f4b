'use client';

import type { ActiveFilter } from '../../filters/activeFilters.js';
import { filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { formatList, isolateName } from '../../messages/locale.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { useFilterProbe, type FilterProbe, type UseFilterProbeResult } from '../../react/filters/useFilterProbe.js';
import { useIsomorphicLayoutEffect } from '../../react/hooks.js';
import { useSession } from '../../react/session/useSession.js';
import { profileIdOf } from '../../session/sessionState.js';

/** A filter whose removal brings titles back. */
export interface Suggestion extends Pick<FilterProbe, 'kind' | 'filters' | 'pageId'> {
  /** Text of its button, with the name of the filter and the number of titles. */
  readonly text: string;
  /** The part of the text that says how many titles. */
  readonly titles: string;
  readonly titleCount: number;
}

/** State of the search for the filter to remove, with its texts. */
export interface Suggestions extends Pick<UseFilterProbeResult, 'status' | 'start'> {
  /** Whether several filter kinds are active, so that a search is useful. */
  readonly canSearch: boolean;
  /** Whether the search ended before all filter kinds were checked. */
  readonly canRetry: boolean;
  readonly suggestions: readonly Suggestion[];
  /** Progress of the search, or its result without the suggestions; `''` when there is neither. */
  readonly text: string;
  /** The result for screen readers, which includes the suggestions; `''` until then. */
  readonly announcement: string;
  /** Number of filter kinds that were checked, and the total. */
  readonly progress: { readonly value: number; readonly max: number };
}

/** Options of {@link useSuggestions}. */
interface UseSuggestionsOptions {
  filters: FilterSpec;
  active: readonly ActiveFilter[];
  messages: Pick<Messages, 'emptyPage' | 'errors' | 'summary'>;
  locale: string;
}

/** The hero of a page has no more titles than this, so that a page with so many may have more (inferred). */
const HERO_TITLES = 10;

/** Searches for the filter to remove as soon as a profile is active, and formats the state of the search as texts. */
export function useSuggestions({ filters, active, messages, locale }: UseSuggestionsOptions): Suggestions {
  const { status, kinds, probes, current, error, start } = useFilterProbe(filters);
  const profileId = profileIdOf(useSession());
  const canSearch = kinds.length > 1;
  const texts = messages.emptyPage;
  const nameOf = (kind: ActiveFilter['kind'] | undefined) => {
    const labels = active.filter((filter) => filter.kind === kind).map(({ label }) => isolateName(label, locale));
    return formatList(labels, locale, 'conjunction');
  };
  const key = filtersKey(filters);
  // Before paint, so that a search whose pages are in the cache shows its result at once.
  useIsomorphicLayoutEffect(() => {
    if (canSearch && profileId !== undefined) start();
  }, [canSearch, profileId, key, start]);
  const sentenceOf = (outcome: FilterProbe['outcome'], template: string) => {
    const names = probes
      .filter((probe) => probe.outcome === outcome)
      .map(({ kind }) => formatMessage(texts.quoted, { filter: nameOf(kind) }));
    return names.length > 0 ? formatMessage(template, { filters: formatList(names, locale, 'disjunction') }) : '';
  };
  const notKnown = sentenceOf('unknown', texts.notKnown);
  const found = sentenceOf('titles', texts.found);
  let text = '';
  if (status === 'probing') {
    const place = { number: probes.length + 1, count: kinds.length };
    text = formatMessage(texts.trying, { filter: nameOf(current), ...place }, locale);
  } else if (error) text = errorMessage(error, messages);
  else if (status === 'done') text = notKnown || (found ? '' : texts.noneHelps);

  return {
    status,
    start,
    canSearch,
    canRetry: status === 'failed' || (status === 'done' && notKnown !== ''),
    suggestions: probes
      .filter(({ outcome }) => outcome === 'titles')
      .map(({ titleCount = 0, ...probe }) => {
        const count = titleCount < HERO_TITLES ? texts.titleCount : texts.titlesOrMore;
        const titles = formatMessage(count, { count: titleCount, number: titleCount }, locale);
        // In quotes, because a name such as "At least 300 min" is no part of a sentence.
        const filter = formatMessage(texts.quoted, { filter: nameOf(probe.kind) });
        return {
          ...probe,
          titleCount,
          titles,
          text: formatMessage(texts.without, { filter, titles }),
        };
      }),
    text,
    announcement: status === 'probing' ? '' : [status !== 'idle' && found, text].filter(Boolean).join(' '),
    progress: { value: probes.length, max: kinds.length },
  };
}
