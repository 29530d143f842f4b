import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Drift } from '../api/drift.js';
import type { DiscovrClientLike } from '../client/clientLike.js';
import type { DiscovrOperation } from '../react/failures/failures.js';
import { operationOfMutation, operationOfQuery } from '../react/failures/observeFailures.js';
import { pageHealingOf } from '../react/pages/pageHealing.js';
import type { SessionState } from '../session/sessionState.js';
import { outcomeOf } from '../shared/errors.js';
import type { TraceEvent } from '../shared/trace.js';

/**
 * What was observed of a client and its cache. No event contains a token, data, or what a user typed.
 *
 * - `session`: the session state has changed
 * - `query`: a query of the library began to load, or has ended
 * - `mutation`: a call that changes something began, or has ended
 * - `change`: a change that was shown at once (`optimistic`) was accepted (`kept`) or reverted (`rolledBack`)
 * - `page`: a page of an expired session was replaced
 * - `reading`: a response differs from what this version of the library reads
 *
 * `outcome` is the code of the error, or `aborted`.
 */
export type ObservedEvent =
  | { readonly type: 'session'; readonly state: SessionState }
  | {
      readonly type: 'query';
      readonly name: DiscovrOperation;
      readonly step: 'fetching' | 'success' | 'error';
      /** Id of the page that was requested, for pages and their rows. */
      readonly pageId?: string | undefined;
      readonly outcome?: string | undefined;
    }
  | {
      readonly type: 'mutation';
      readonly name: DiscovrOperation;
      readonly step: 'pending' | 'success' | 'error';
      readonly outcome?: string | undefined;
    }
  | {
      readonly type: 'change';
      readonly name: DiscovrOperation;
      readonly step: 'optimistic' | 'kept' | 'rolledBack';
      readonly outcome?: string | undefined;
    }
  | { readonly type: 'page'; readonly step: 'healed'; readonly from: string; readonly to: string }
  | ({ readonly type: 'reading' } & Drift);

/** What the client decided, or what was observed of it from outside. */
export type TimelineEvent = TraceEvent | ObservedEvent;

type Emit = (event: ObservedEvent) => void;

/** Observes the session and the replaced pages of a client. Returns a function that stops this. */
export function observeClient(client: DiscovrClientLike, emit: Emit): () => void {
  const undo = [
    client.onSessionChanged(() => emit({ type: 'session', state: client.getSession() })),
    pageHealingOf(client).onReplaced((replaced) => emit({ type: 'page', step: 'healed', ...replaced })),
  ];
  return () => undo.forEach((each) => each());
}

/** Observes the queries and mutations of a client in a cache. Returns a function that stops this. */
export function observeCache(client: DiscovrClientLike, queryClient: QueryClient, emit: Emit): () => void {
  const running = new WeakSet<object>();
  const loading = new WeakSet<object>();
  const undo = [
    queryClient.getQueryCache().subscribe((event) => {
      const { query } = event;
      const { queryKey } = query;
      const name = operationOfQuery(queryKey);
      if (!name || queryKey[1] !== client.clientId) return;
      const base = { type: 'query', name, pageId: pageIdOf(queryKey) } as const;
      const action = event.type === 'updated' ? event.action : undefined;
      if (action?.type === 'fetch' && !loading.has(query)) {
        loading.add(query);
        emit({ ...base, step: 'fetching' });
      }
      const isOver = event.type === 'removed' || (action && query.state.fetchStatus === 'idle');
      const wasLoading = isOver && loading.delete(query);
      // `manual` data was written by the library or the app, and not returned by a call.
      if (action?.type === 'success' && !action.manual) emit({ ...base, step: 'success' });
      else if (action?.type === 'error') emit({ ...base, step: 'error', outcome: outcomeOf(action.error) });
      // TanStack resets or removes a query whose fetch nobody needs any more.
      else if (wasLoading) emit({ ...base, step: 'error', outcome: 'aborted' });
    }),
    queryClient.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      const { mutation, action } = event;
      const { mutationKey } = mutation.options;
      const name = operationOfMutation(mutationKey);
      if (!name || mutationKey?.[1] !== client.clientId) return;
      const isShown = SHOWN_AT_ONCE.includes(name);
      if (action.type === 'pending' && !running.has(mutation)) {
        // TanStack reports it twice when the mutation has a context.
        running.add(mutation);
        emit(isShown ? { type: 'change', name, step: 'optimistic' } : { type: 'mutation', name, step: 'pending' });
      }
      if (action.type === 'success') {
        emit(isShown ? { type: 'change', name, step: 'kept' } : { type: 'mutation', name, step: 'success' });
      }
      if (action.type === 'error') {
        const outcome = outcomeOf(action.error);
        emit(
          isShown
            ? { type: 'change', name, step: 'rolledBack', outcome }
            : { type: 'mutation', name, step: 'error', outcome },
        );
      }
    }),
  ];
  return () => undo.forEach((each) => each());
}

/** Mutations whose result the library shows before the response. */
const SHOWN_AT_ONCE: readonly DiscovrOperation[] = [
  'addHistory',
  'addPlayback',
  'patchHistory',
  'patchPlayback',
  'removeHistory',
  'updateList',
  'updateProfile',
];

/** Queries whose key contains the id of a page. The keys of other queries can contain what a user typed. */
const OF_PAGES: readonly unknown[] = ['page', 'rows', 'rowItems'];

function pageIdOf([, , , name, pageId]: QueryKey): string | undefined {
  return OF_PAGES.includes(name) && typeof pageId === 'string' ? pageId : undefined;
}
