'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { defaultLabels } from '../filters/defaultVocabulary.js';
import type { FilterSpec } from '../filters/filterSpec.js';
import { labelsFrom } from '../filters/labels.js';
import type { FilterVocabulary, LabelOf, Option, VocabularyKind } from '../filters/vocabulary.js';
import { useDiscovrContext } from './context.js';
import { queryDefaults } from './queryDefaults.js';
import { discovrKeys } from './queryKeys.js';
import { useOptions } from './useOptions.js';
import { vocabularyLists } from './vocabularyLists.js';

type ResolvedOption = Option & { readonly kind: VocabularyKind };

/**
 * Names the ids of a filter: from the vocabulary's lists, from options a person met in a search, and for the rest from
 * the vocabulary's `resolve`. An id that stays unknown has no name, and is shown as it is.
 *
 * @param met options met elsewhere, such as found keywords, by kind.
 */
export function useLabelOf(
  vocabulary: FilterVocabulary,
  filters: FilterSpec,
  met: ReadonlyMap<VocabularyKind, readonly Option[]> = NOTHING_MET,
): LabelOf {
  const { queryClient, locale, messages } = useDiscovrContext('useLabelOf()');
  const genres = useOptions(vocabulary, 'genres', (lists) => lists.genres(undefined));
  const regions = useOptions(vocabulary, 'regions', (lists) => lists.regions());
  const providers = useOptions(vocabulary, 'providers', (lists) => lists.providers([]));
  const listed = useMemo(
    () =>
      labelsFrom(
        { genres: genres.options, regions: regions.options, watchProviders: providers.options },
        defaultLabels({ locale, messages }),
      ),
    [genres.options, regions.options, providers.options, locale, messages],
  );
  const metLabel: LabelOf = (kind, id) => met.get(kind)?.find((option) => option.id === id)?.label;
  const unknown = idsOf(filters).filter(({ kind, id }) => !(listed(kind, id) ?? metLabel(kind, id)));
  const isLoading = [genres, regions, providers].some((list) => list.status === 'pending');
  const resolved = useQuery(
    {
      ...queryDefaults,
      queryKey: discovrKeys.vocabulary(vocabularyLists(vocabulary).id, 'resolve', unknown),
      queryFn: ({ signal }) => resolveAll(vocabulary, unknown, signal),
      enabled: unknown.length > 0 && !isLoading && vocabulary.resolve !== undefined,
    },
    queryClient,
  );
  return (kind, id) =>
    listed(kind, id) ??
    metLabel(kind, id) ??
    resolved.data?.find((option) => option.kind === kind && option.id === id)?.label;
}

const NOTHING_MET: ReadonlyMap<VocabularyKind, readonly Option[]> = new Map();

function idsOf(filters: FilterSpec): { kind: VocabularyKind; id: string }[] {
  const of = (kind: VocabularyKind, ids: readonly (number | string)[] = []) =>
    ids.map((id) => ({ kind, id: String(id) }));
  return [
    ...of('genres', filters.genres),
    ...of('keywords', filters.keywords),
    ...of('regions', filters.region),
    ...of('watchProviders', filters.with_watch_providers),
  ];
}

async function resolveAll(
  vocabulary: FilterVocabulary,
  unknown: readonly { kind: VocabularyKind; id: string }[],
  signal: AbortSignal,
): Promise<ResolvedOption[]> {
  const kinds = [...new Set(unknown.map(({ kind }) => kind))];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const ids = unknown.filter((entry) => entry.kind === kind).map(({ id }) => id);
      const options = (await vocabulary.resolve?.(kind, ids, { signal })) ?? [];
      return options.map((option) => ({ ...option, kind }));
    }),
  );
  return lists.flat();
}
