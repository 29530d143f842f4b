'use client';

import type { ActiveFilter } from '../../filters/activeFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { isolateName } from '../../messages/locale.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import { useFilterProbe, type FilterProbe, type UseFilterProbeResult } from '../../react/filters/useFilterProbe.js';

/** A filter whose removal brings titles back. */
export interface Suggestion extends Pick<FilterProbe, 'kind' | 'filters' | 'pageId'> {
  /** Name of the filter. */
  readonly text: string;
}

/** State of the search for the filter to remove, with its texts. */
export interface Suggestions extends Pick<UseFilterProbeResult, 'status' | 'start' | 'cancel'> {
  /** Whether several filter kinds are active, so that a search is useful. */
  readonly canSearch: boolean;
  /** Whether the search ended before all filter kinds were checked. */
  readonly canRetry: boolean;
  readonly suggestions: readonly Suggestion[];
  /** Progress of the search, or its result without the suggestions; `''` when there is neither. */
  readonly text: string;
  /** The text for screen readers, which includes the suggestions. */
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

/** Runs the search for the filter to remove and formats its state as texts. */
export function useSuggestions({ filters, active, messages, locale }: UseSuggestionsOptions): Suggestions {
  const { status, kinds, probes, current, error, start, cancel } = useFilterProbe(filters);
  const texts = messages.emptyPage;
  const nameOf = (kind: ActiveFilter['kind'] | undefined) => {
    const labels = active.filter((filter) => filter.kind === kind).map(({ label }) => isolateName(label, locale));
    return labels.join(messages.summary.separator);
  };
  const sentenceOf = (outcome: FilterProbe['outcome'], template: string) => {
    const names = probes
      .filter((probe) => probe.outcome === outcome)
      .map(({ kind }) => formatMessage(texts.quoted, { filter: nameOf(kind) }));
    const list = new Intl.ListFormat([locale, 'en'], { type: 'disjunction' });
    return names.length > 0 ? formatMessage(template, { filters: list.format(names) }) : '';
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
    cancel,
    canSearch: kinds.length > 1,
    canRetry: status === 'failed' || (status === 'done' && notKnown !== ''),
    suggestions: probes
      .filter(({ outcome }) => outcome === 'titles')
      .map((probe) => ({ ...probe, text: nameOf(probe.kind) })),
    text,
    announcement: status === 'probing' ? text : [status !== 'idle' && found, text].filter(Boolean).join(' '),
    progress: { value: probes.length, max: kinds.length },
  };
}
