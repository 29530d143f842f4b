'use client';

import type { ActiveFilter } from '../../filters/activeFilters.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { isolateName } from '../../messages/direction.js';
import { errorMessage } from '../../messages/errorMessage.js';
import { formatMessage } from '../../messages/formatMessage.js';
import type { Messages } from '../../messages/messages.js';
import type { FilterProbe } from '../../react/filters/probeFilter.js';
import { useFilterProbe, type UseFilterProbeResult } from '../../react/filters/useFilterProbe.js';

/** A filter without which there are titles. */
export interface Suggestion extends Pick<FilterProbe, 'kind' | 'filters' | 'pageId'> {
  readonly text: string;
}

/** The search for the filter that stands in the way, in words. */
export interface Suggestions extends Pick<UseFilterProbeResult, 'status' | 'start' | 'cancel'> {
  /** Whether there are several kinds of filters, so that there is something to find out. */
  readonly canSearch: boolean;
  /** Whether a search that has ended could find out more. */
  readonly canRetry: boolean;
  readonly suggestions: readonly Suggestion[];
  /** How far the search is, or what came of it beside the suggestions; `''` where there is nothing to say. */
  readonly text: string;
  /** The same for who does not see the suggestions. */
  readonly announcement: string;
  /** How many of how many are done. */
  readonly progress: { readonly value: number; readonly max: number };
}

/** Runs the search, and puts it into words. */
export function useSuggestions(
  filters: FilterSpec,
  active: readonly ActiveFilter[],
  messages: Pick<Messages, 'emptyPage' | 'errors' | 'summary'>,
  locale: string,
): Suggestions {
  const { status, kinds, probes, current, error, start, cancel } = useFilterProbe(filters);
  const words = messages.emptyPage;
  const nameOf = (kind: ActiveFilter['kind'] | undefined) => {
    const labels = active.filter((filter) => filter.kind === kind).map(({ label }) => isolateName(label, locale));
    return labels.join(messages.summary.separator);
  };
  const told = (outcome: FilterProbe['outcome'], template: string) => {
    const names = probes
      .filter((probe) => probe.outcome === outcome)
      .map(({ kind }) => formatMessage(words.quoted, { filter: nameOf(kind) }));
    const list = new Intl.ListFormat([locale, 'en'], { type: 'disjunction' });
    return names.length > 0 ? formatMessage(template, { filters: list.format(names) }) : '';
  };
  const notKnown = told('unknown', words.notKnown);
  const found = told('titles', words.found);
  let text = '';
  if (status === 'probing') {
    const place = { number: probes.length + 1, count: kinds.length };
    text = formatMessage(words.trying, { filter: nameOf(current), ...place }, locale);
  } else if (error) text = errorMessage(error, messages);
  else if (status === 'done') text = notKnown || (found ? '' : words.noneHelps);

  return {
    status,
    start,
    cancel,
    canSearch: kinds.length > 1,
    canRetry: status === 'failed' || (status === 'done' && notKnown !== ''),
    suggestions: probes
      .filter(({ outcome }) => outcome === 'titles')
      .map((probe) => ({ ...probe, text: formatMessage(words.without, { filter: nameOf(probe.kind) }) })),
    text,
    announcement: status === 'probing' ? text : [status !== 'idle' && found, text].filter(Boolean).join(' '),
    progress: { value: probes.length, max: kinds.length },
  };
}
