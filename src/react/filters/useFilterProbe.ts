'use client';

import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Page } from '../../api/pages.js';
import { filtersKey } from '../../filters/canonicalFilters.js';
import { withoutRemoved } from '../../filters/activeFilters.js';
import { kindsOf } from '../../filters/filterFields.js';
import type { FilterKind } from '../../filters/filterFields.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { abortReason } from '../../shared/abort.js';
import { isDiscovrError, type DiscovrError } from '../../shared/errors.js';
import { useIsomorphicLayoutEffect, useLatestMethods } from '../hooks.js';
import { createPageQueryOptions, pageQueryOptions } from '../pages/queries.js';
import { useDiscovrContext } from '../provider/context.js';
import type { QueryOptionsOf } from '../query/options.js';
import type { CallContext } from '../query/profileScope.js';
import { useOwner } from '../query/useScoped.js';

/** Result of {@link useFilterProbe}. */
export interface UseFilterProbeResult {
  /**
   * `'idle'` before `start()` and after `cancel()`, `'probing'`, `'done'` when every kind was tried, or `'failed'` when
   * an error stopped the probing.
   */
  readonly status: 'idle' | 'probing' | 'done' | 'failed';
  /** The kinds of the active filters, in the order in which they are tried. */
  readonly kinds: readonly FilterKind[];
  /** The results so far, in the order of `kinds`; kept after `cancel()` or a failure. */
  readonly probes: readonly FilterProbe[];
  /** The kind that is being tried. */
  readonly current: FilterKind | undefined;
  /** Why the probing failed, such as `NETWORK_ERROR`. An error response only makes the outcome `unknown`. */
  readonly error: DiscovrError | null;
  /** Tries the kinds that have no result or the outcome `unknown`. Does nothing while probing. */
  start(): void;
  /** Stops, and aborts the current request. */
  cancel(): void;
}

type Progress = Pick<UseFilterProbeResult, 'status' | 'probes' | 'current' | 'error'> & {
  /** Identifies the profile and the filters. */
  readonly key: string;
};

/**
 * Finds out which filters leave a page without titles. For each filter kind (genres, runtime, …), creates a page
 * without the filters of this kind and checks whether it has titles. Sends nothing before `start()`, then one request
 * at a time, at most two per kind; none for a page in the cache. Stops on unmount, and when the filters or the profile
 * change.
 *
 * @example
 * const { status, probes, start } = useFilterProbe(filters);
 * const helpful = probes.filter(({ outcome }) => outcome === 'titles');
 */
export function useFilterProbe(filters: FilterSpec): UseFilterProbeResult {
  const { client, queryClient, snapshots } = useDiscovrContext('useFilterProbe()');
  const owner = useOwner(snapshots);
  const context = { client, queryClient, owner };
  const key = `${owner.profileId} ${filtersKey(filters)}`;
  const kinds = kindsOf(filters);
  const [stored, setProgress] = useState<Progress>(() => begun(key));
  const progress = stored.key === key ? stored : begun(key);
  const running = useRef<AbortController | undefined>(undefined);

  const run = async (signal: AbortSignal) => {
    const known = progress.probes.filter(({ outcome }) => outcome !== 'unknown');
    const found = new Map(known.map((probe) => [probe.kind, probe]));
    const report = (changes: Partial<Progress>) => {
      const probes = kinds.flatMap((kind) => found.get(kind) ?? []);
      setProgress({ ...begun(key), probes, ...changes });
    };
    for (const kind of kinds) {
      if (found.has(kind)) continue;
      const cached = cachedProbe(context, { filters, kind });
      if (cached) {
        found.set(kind, cached);
        continue;
      }
      report({ status: 'probing', current: kind });
      try {
        found.set(kind, await probeFilter(context, { filters, kind, signal }));
      } catch (error) {
        // Anything that is not a DiscovrError is an abort.
        if (!signal.aborted && isDiscovrError(error)) report({ status: 'failed', error });
        return;
      }
      if (signal.aborted) return;
    }
    report({ status: 'done' });
  };

  const methods = useLatestMethods({
    start() {
      if (running.current?.signal.aborted === false) return;
      const controller = new AbortController();
      running.current = controller;
      void run(controller.signal).finally(() => {
        if (running.current === controller) running.current = undefined;
      });
    },
    cancel() {
      running.current?.abort();
      setProgress(({ key: of, probes }) => ({ ...begun(of), probes }));
    },
  });
  // Before the layout effects of the caller, which can start the search for other filters.
  useIsomorphicLayoutEffect(() => () => methods.cancel(), [key, methods]);
  const { status, probes, current, error } = progress;
  return { status, kinds, probes, current, error, ...methods };
}

function begun(key: string): Progress {
  return { key, status: 'idle', probes: [], current: undefined, error: null };
}

/** Result of a probe: whether the filters match titles when the filters of one kind are left out. */
export interface FilterProbe {
  /** The kind that was left out. */
  readonly kind: FilterKind;
  /** The remaining filters, in canonical form. */
  readonly filters: FilterSpec;
  /**
   * Whether the remaining filters match titles; `'unknown'` when Discovr responded with an error, or other code
   * canceled the query.
   */
  readonly outcome: 'titles' | 'none' | 'unknown';
  /** Id of the page with the remaining filters; absent if unknown. */
  readonly pageId?: string;
  /** Number of titles in the hero of that page. Ten means that there may be more (inferred); absent if unknown. */
  readonly titleCount?: number;
}

/** The filters of a page, and the kind to leave out. */
interface Probed {
  readonly filters: FilterSpec;
  readonly kind: FilterKind;
}

const resultOf = (kind: FilterKind, filters: FilterSpec, pageId: string, { hero }: Page): FilterProbe => ({
  kind,
  filters,
  outcome: hero.length > 0 ? 'titles' : 'none',
  pageId,
  titleCount: hero.length,
});

/** Returns the result of a probe whose page is in the cache, and belongs to the present session. */
function cachedProbe({ client, queryClient, owner }: CallContext, { filters, kind }: Probed): FilterProbe | undefined {
  const dataOf = <Data, Key extends QueryKey>({ queryKey }: QueryOptionsOf<Data, Key>): Data | undefined => {
    const state = queryClient.getQueryState<Data>(queryKey);
    return state?.isInvalidated ? undefined : state?.data;
  };
  const rest = withoutRemoved(filters, kind);
  const created = dataOf(createPageQueryOptions(client, { pageFilters: rest }, owner));
  const page = created && dataOf(pageQueryOptions(client, created.id, owner));
  return page && resultOf(kind, rest, created.id, page);
}

/**
 * Creates a page without the filters of one kind, and checks whether its hero has titles. Caches the page with its
 * hero, so that showing the hero sends no further request.
 *
 * `signal` aborts the probe, but not a request that a component is waiting for too.
 *
 * @throws {DiscovrError} when no response arrives, for instance when offline or without an active profile; an
 *   `AbortError` when aborted.
 */
async function probeFilter(
  { client, queryClient, owner }: CallContext,
  { filters, kind, signal }: Probed & { signal: AbortSignal },
): Promise<FilterProbe> {
  const rest = withoutRemoved(filters, kind);
  try {
    const { id } = await fetched(queryClient, createPageQueryOptions(client, { pageFilters: rest }, owner), signal);
    const page = await fetched(queryClient, pageQueryOptions(client, id, owner), signal);
    return resultOf(kind, rest, id, page);
  } catch (error) {
    const isCanceled = !isDiscovrError(error) && !signal.aborted;
    if (isCanceled || (isDiscovrError(error) && error.status !== undefined))
      return { kind, filters: rest, outcome: 'unknown' };
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
