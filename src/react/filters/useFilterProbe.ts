'use client';

import { useEffect, useRef, useState } from 'react';
import { isDiscovrError, type DiscovrError } from '../../api/errors/discovrError.js';
import { filtersKey } from '../../filters/canonicalFilters.js';
import type { FilterKind } from '../../filters/filterFields.js';
import { kindsOf } from '../../filters/kindsOf.js';
import type { FilterSpec } from '../../filters/filterSpec.js';
import { useDiscovrContext } from '../provider/context.js';
import { probeFilter, type FilterProbe } from './probeFilter.js';
import { scopeOf } from '../query/queryKeys.js';
import { useLatestMethods } from '../useLatestMethods.js';
import { useClientSession } from '../session/useSession.js';

/** What {@link useFilterProbe} gives. */
export interface UseFilterProbeResult {
  /**
   * `'idle'` before it starts and after it is cancelled, `'probing'`, `'done'` when each kind was tried, `'failed'` when
   * an error ended it.
   */
  readonly status: 'idle' | 'probing' | 'done' | 'failed';
  /** The kinds of filters in force, each of which is tried, in this order. */
  readonly kinds: readonly FilterKind[];
  /** What was tried so far, in the same order; kept when it is cancelled or fails. */
  readonly probes: readonly FilterProbe[];
  /** What is being tried. */
  readonly current: FilterKind | undefined;
  /** What ended it, such as `NETWORK_ERROR`. An answer that is an error ends nothing: its probe is `'unknown'`. */
  readonly error: DiscovrError | null;
  /** Begins, or goes on with what is not known yet. While it is at it, this does nothing. */
  start(): void;
  /** Stops, and aborts the request. */
  cancel(): void;
}

type Progress = Pick<UseFilterProbeResult, 'status' | 'probes' | 'current' | 'error'> & {
  /** Whose it is, and of which filters. */
  readonly key: string;
};

/**
 * Finds out which filter leaves a page without titles: each kind in turn (genres, runtime, …) is left out alone, and the
 * page of the rest created and looked at. It sends nothing before `start()`, one request at a time, two at most for each
 * kind, and stops when it is unmounted, or the filters or the profile change.
 *
 * @example
 * const { status, probes, start } = useFilterProbe(filters);
 * const helpful = probes.filter(({ outcome }) => outcome === 'titles');
 */
export function useFilterProbe(filters: FilterSpec): UseFilterProbeResult {
  const { client, queryClient } = useDiscovrContext('useFilterProbe()');
  const scope = scopeOf(useClientSession(client));
  const key = `${scope} ${filtersKey(filters)}`;
  const kinds = kindsOf(filters);
  const [stored, setProgress] = useState<Progress>(() => begun(key));
  const progress = stored.key === key ? stored : begun(key);
  const running = useRef<AbortController | undefined>(undefined);

  const run = async (signal: AbortSignal) => {
    const known = progress.probes.filter(({ outcome }) => outcome !== 'unknown');
    const found = new Map(known.map((probe) => [probe.kind, probe]));
    const tell = (news: Partial<Progress>) => {
      const probes = kinds.flatMap((kind) => found.get(kind) ?? []);
      setProgress({ ...begun(key), probes, ...news });
    };
    for (const kind of kinds) {
      if (found.has(kind)) continue;
      tell({ status: 'probing', current: kind });
      try {
        found.set(kind, await probeFilter(client, queryClient, { filters, kind }, signal));
      } catch (error) {
        // What is no DiscovrError is an abort: by the signal, or by whoever else dropped the query.
        if (!signal.aborted) tell(isDiscovrError(error) ? { status: 'failed', error } : {});
        return;
      }
      if (signal.aborted) return;
    }
    tell({ status: 'done' });
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
  useEffect(() => () => methods.cancel(), [key, methods]);
  const { status, probes, current, error } = progress;
  return { status, kinds, probes, current, error, ...methods };
}

function begun(key: string): Progress {
  return { key, status: 'idle', probes: [], current: undefined, error: null };
}
