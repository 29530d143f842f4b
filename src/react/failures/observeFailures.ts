import type { QueryClient } from '@tanstack/react-query';
import { isDiscovrError } from '../../shared/errors.js';
import { perObject } from '../../messages/perObject.js';
import { createObservers } from '../../shared/observers.js';
import { operationOfMutation, operationOfQuery } from './operations.js';
import type { DiscovrFailure, DiscovrOperation, OnDiscovrError } from './discovrFailure.js';
import { failuresOf } from './failuresOf.js';

/** Errors that were reported, by client. Kept while the document exists, so that Strict Mode reports none twice. */
const reportedOf = perObject<object, WeakSet<object>>(() => new WeakSet());

/**
 * Reports each failure of the library's queries and mutations in a cache, and each other failure of the client. Reports an
 * error once, even if several components share the failed call. Does not report aborted calls. Returns a function that
 * stops this.
 */
export function observeFailures(client: object, queryClient: QueryClient, onError: OnDiscovrError): () => void {
  const reported = reportedOf(client);
  // Rethrows an error of the listener later: thrown here, it would replace the error of the query or mutation.
  const listeners = createObservers<DiscovrFailure>();
  listeners.add(({ error, operation }) => onError(error, { operation }));
  const report = (error: unknown, operation: DiscovrOperation | undefined) => {
    if (!operation || !isDiscovrError(error) || reported.has(error)) return;
    reported.add(error);
    listeners.notify({ error, operation });
  };
  const queries = queryClient.getQueryCache();
  const mutations = queryClient.getMutationCache();
  // Failures that came before this code was loaded.
  for (const { queryKey, state } of queries.getAll()) report(state.error, operationOfQuery(queryKey));
  for (const { options, state } of mutations.getAll()) report(state.error, operationOfMutation(options.mutationKey));
  const undo = [
    queries.subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      report(event.action.error, operationOfQuery(event.query.queryKey));
    }),
    mutations.subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      report(event.action.error, operationOfMutation(event.mutation.options.mutationKey));
    }),
    failuresOf(client).add(({ error, operation }) => report(error, operation)),
  ];
  return () => {
    for (const each of undo) each();
  };
}
