import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import { abortReason } from '../../shared/abort.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { FilterKind } from '../../filters/filterFields.js';
import { withoutFilterKind } from '../../filters/kindsOf.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { createPageQueryOptions } from '../pages/createPageQueryOptions.js';
import { pageQueryOptions } from '../pages/pageQueryOptions.js';
import type { QueryOptionsOf } from '../query/queryOptionsOf.js';

/** Result of a probe: whether the filters match titles when the filters of one kind are left out. */
export interface FilterProbe {
  /** The kind that was left out. */
  readonly kind: FilterKind;
  /** The remaining filters, in canonical form. */
  readonly filters: FilterSpec;
  /** Whether the remaining filters match titles; `'unknown'` when Discovr responded with an error. */
  readonly outcome: 'titles' | 'none' | 'unknown';
  /** Id of the page with the remaining filters; absent if unknown. */
  readonly pageId?: string;
}

/**
 * Creates a page without the filters of one kind, and checks whether its hero has titles. Caches the page with its
 * hero, so that showing the hero sends no further request.
 *
 * @param signal aborts the probe, but not a request that a component is waiting for too.
 * @throws {DiscovrError} when no response arrives, for instance when offline or without an active profile; an
 *   `AbortError` when aborted.
 */
export async function probeFilter(
  client: DiscovrClientLike,
  queryClient: QueryClient,
  { filters, kind }: { filters: FilterSpec; kind: FilterKind },
  signal: AbortSignal,
): Promise<FilterProbe> {
  const rest = withoutFilterKind(filters, kind);
  try {
    const { id } = await fetched(queryClient, createPageQueryOptions(client, { pageFilters: rest }), signal);
    const page = await fetched(queryClient, pageQueryOptions(client, id), signal);
    return { kind, filters: rest, outcome: page.hero.length > 0 ? 'titles' : 'none', pageId: id };
  } catch (error) {
    if (isDiscovrError(error) && error.status !== undefined) return { kind, filters: rest, outcome: 'unknown' };
    throw error;
  }
}

async function fetched<Data, Key extends QueryKey>(
  queryClient: QueryClient,
  options: QueryOptionsOf<Data, Key>,
  signal: AbortSignal,
): Promise<Data> {
  if (signal.aborted) throw abortReason(signal);
  const { queryKey } = options;
  const cancel = () =>
    void queryClient.cancelQueries({ queryKey, exact: true, predicate: (query) => !query.isActive() });
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await queryClient.fetchQuery<Data, DiscovrError, Data, Key>(options);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
