import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { perObject } from '../../messages/perObject.js';
import { isDiscovrError } from '../../shared/errors.js';
import { createObservers } from '../../shared/observers.js';
import { LIBRARY } from '../query/keys.js';
import { failuresOf, type DiscovrFailure, type DiscovrOperation, type OnDiscovrError } from './failures.js';

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

/** Returns what a query of the library does; `undefined` for a query of the app. */
export function operationOfQuery(queryKey: QueryKey): DiscovrOperation | undefined {
  const [library, , , name] = queryKey;
  // The keys come from `keys.ts`, where each name is that of an operation.
  return library === LIBRARY ? (name as DiscovrOperation) : undefined;
}

/** Returns what a mutation of the library does; `undefined` for a mutation of the app. */
export function operationOfMutation(mutationKey: QueryKey | undefined): DiscovrOperation | undefined {
  // The type of `mutationOf` allows only operations at the end of a key.
  return mutationKey?.[0] === LIBRARY ? (mutationKey.at(-1) as DiscovrOperation) : undefined;
}
