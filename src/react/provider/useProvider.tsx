'use client';

import { QueryClientContext, QueryClient, useIsRestoring, type QueryCache } from '@tanstack/react-query';
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { adaptSdkOn } from '../../client/sdk/adaptSdk.js';
import type { DiscovrClientOptions } from '../../client/options.js';
import { DiscovrClient } from '../../client/DiscovrClient.js';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { DiscovrSdkLike } from '../../client/sdk/sdkCalls.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import type { MessagesOverride } from '../../messages/messages.js';
import { usableLocale } from '../../messages/locale.js';
import type { Platform } from '../../platform/platform.js';
import { type SessionState, areSessionsEqual, isSignedIn, profileIdOf } from '../../session/sessionState.js';
import type { DiscovrEvent } from '../events/events.js';
import { useEventListener } from '../events/useDiscovrEvents.js';
import type { OnDiscovrError } from '../failures/failures.js';
import { useFailureListener } from '../failures/useFailures.js';
import { DiscovrContext, type ColorScheme } from './context.js';
import { providerChecks, warnOfTwoClients } from './checks.js';
import type { RenderImage } from './renderImage.js';
import { sessionSnapshotsOf, type SessionSnapshots } from '../session/sessionSnapshots.js';
import { useEqual, useIsomorphicLayoutEffect } from '../hooks.js';
import { perObject } from '../../messages/perObject.js';
import { onSessionRenewed } from '../pages/onSessionRenewed.js';
import { takeKeptDraft } from '../filters/keptDraft.js';
import { discovrKeys, isOfSession, isOutdatedByRenewal } from '../query/keys.js';
import { queryDefaults } from '../query/options.js';

interface ClientProps extends Partial<Record<keyof DiscovrClientOptions | 'clientId', never>> {
  /** A client created by the app, or an instance of the official SDK. Read once, at the first render. */
  client: DiscovrClient | DiscovrSdkLike;
}

interface ClientIdProps extends DiscovrClientOptions {
  client?: never;
  /** Client id of the app. The provider creates the client from it and the options, once, at the first render. */
  clientId: string;
}

/** Props of `<DiscovrProvider>`: a `client`, or a `clientId` with the options of `DiscovrClient`. */
export type DiscovrProviderProps = (ClientProps | ClientIdProps) & {
  /**
   * The app's TanStack cache. Read once, at the first render.
   * @default the client of the `<QueryClientProvider>` around the provider, or a separate cache
   */
  queryClient?: QueryClient | undefined;
  /**
   * Session to render with, on the server and in the browser, until the client knows its own. Pass the session that the
   * server knows. Read once, at the first render.
   * @default { status: 'unknown' }
   */
  initialSession?: SessionState | undefined;
  /**
   * BCP 47 tag for region names, lists, plurals, numbers and dates. Never taken from the browser, so that server and
   * browser render the same text.
   * @default 'en'
   */
  locale?: string | undefined;
  /**
   * A locale pack, or custom messages for some keys.
   * @default the English pack
   */
  messages?: MessagesOverride | undefined;
  /**
   * Genres, keywords, regions and watch providers to choose from. Keep its functions at module level.
   * @default `defaultVocabulary()`
   */
  vocabulary?: FilterVocabulary | undefined;
  /**
   * Color scheme of the drop-ins.
   * @default 'system'
   */
  colorScheme?: ColorScheme | undefined;
  /**
   * Called with each failure that a user could see, for error monitoring such as Sentry: of queries and mutations of the
   * library, of sign-ins, and of code that is loaded later. Each error is reported once, even if several components show
   * it. It contains no token. Canceled calls are not reported, nor are calls that the app makes with the client itself.
   */
  onError?: OnDiscovrError | undefined;
  /** Called with what the user sees and does, for analytics; see `useDiscovrEvents`. Nothing is observed without it. */
  onEvent?: ((event: DiscovrEvent) => void) | undefined;
  /**
   * Renders each image of the drop-ins, for example with the image component of a framework. Keep it at module level.
   * @default an `<img>`
   */
  renderImage?: RenderImage | undefined;
  children?: ReactNode;
};

/**
 * Returns the element of a provider. A client that it creates, and an adapted SDK, are on the platform.
 *
 * @param check called after each render, in development.
 */
export function useProvider(
  props: DiscovrProviderProps,
  platform: Platform,
  checkSurroundings?: () => void,
): ReactNode {
  if (useContext(DiscovrContext)) {
    throw new Error(
      'discovr-react: <DiscovrProvider> is nested inside another, so there would be two sessions. Keep the outer one ' +
        'and pass locale, messages or vocabulary to it.',
    );
  }
  const { colorScheme = 'system', renderImage, children } = props;
  const locale = usableLocale(props.locale, 'prop `locale` of <DiscovrProvider>');
  const messages = useEqual(props.messages);
  const vocabulary = useEqual(props.vocabulary);
  const [client] = useState(() => clientFrom(props, platform));
  const [snapshots] = useState(() => sessionSnapshotsOf(client, props.initialSession));
  const [queryClient, key, provided] = useScopedCache(client, props.queryClient, snapshots);
  useFailureListener(client, queryClient, props.onError);
  useEventListener(client, props.onEvent);
  const [check] = useState(() => providerChecks(props, checkSurroundings));
  useEffect(() => check(props));

  const language = useMemo(() => ({ locale, messages }), [locale, messages]);
  const value = useMemo(
    () => ({ client, queryClient, snapshots, ...language, language, vocabulary, colorScheme, renderImage }),
    [client, queryClient, snapshots, language, vocabulary, colorScheme, renderImage],
  );
  return (
    <DiscovrContext.Provider key={key} value={value}>
      <QueryClientContext.Provider value={provided}>{children}</QueryClientContext.Provider>
    </DiscovrContext.Provider>
  );
}

function clientFrom(props: DiscovrProviderProps, platform: Platform): DiscovrClientLike {
  if (!props.client) return new DiscovrClient(props.clientId, props, platform);
  return isClient(props.client) ? props.client : adaptSdkOn(platform, props.client);
}

/** Checks the methods, not the class, because the app's client may come from another copy of the package. */
function isClient(client: DiscovrClient | DiscovrSdkLike): client is DiscovrClient {
  return 'onSessionChanged' in client && 'connect' in client;
}

/** The client that uses a cache, once for each of its mounted providers. */
const clientsOf = perObject<QueryCache, DiscovrClientLike[]>(() => []);

/** Makes a cache keep the data of a client as long as its hooks do, and in memory only. The app's defaults may differ. */
function setDefaultsOf(client: DiscovrClientLike, queryClient: QueryClient): QueryClient {
  const queryKey = discovrKeys.client(client);
  queryClient.setQueryDefaults(queryKey, {
    gcTime: queryDefaults.gcTime,
    persister: (queryFn, context) => queryFn(context),
    ...queryClient.getQueryDefaults(queryKey),
  });
  return queryClient;
}

/**
 * Returns the cache of a provider: the given one, the app's around the provider, or a separate one. A cache that a mounted
 * provider with another client uses is replaced by a separate one.
 *
 * Connects the cache to the client while mounted. Removes a profile's data on a profile switch, and the account's data
 * and its kept draft of the form on sign-out. When the session is renewed, marks data of the previous session as
 * outdated, so that it is refetched at its next mount. Does not mark row items, because they belong to the snapshot of
 * their page. Removes all data of the client when its last provider unmounts.
 *
 * @returns the cache, a key that changes with it, because TanStack's hooks keep the one of their first render, and the
 *   cache for TanStack's hooks below the provider: the app's, if there is one around it.
 */
function useScopedCache(
  client: DiscovrClientLike,
  given: QueryClient | undefined,
  snapshots: SessionSnapshots,
): readonly [queryClient: QueryClient, key: number, provided: QueryClient] {
  const around = useContext(QueryClientContext);
  const [[queryClient, key], setCache] = useState<[QueryClient, number]>(() => [
    given ?? around ?? new QueryClient(),
    0,
  ]);
  // For data that no hook has created: from a server, and of created pages. While rendering, before a server's data is added.
  useState(() => setDefaultsOf(client, queryClient));
  const isRestoring = useIsRestoring();
  // Connects before the first paint, because reading the sign-in and loading the code of the calls take a while. Layout
  // effects are undone while a Suspense boundary around the provider waits, so the effect below stays connected.
  useIsomorphicLayoutEffect(() => client.connect(), [client]);
  useEffect(() => {
    const clients = clientsOf(queryClient.getQueryCache());
    if ((clients[0] ?? client) !== client) {
      warnOfTwoClients();
      // Only effects know which of two providers that are rendered together is mounted.
      // oxlint-disable-next-line react/set-state-in-effect
      setCache([setDefaultsOf(client, new QueryClient()), 1]);
      return undefined;
    }
    const { now, first } = snapshots;
    const queryKey = discovrKeys.client(client);
    let rendered = clients.includes(client) ? undefined : first();
    let wasSignedIn = isSignedIn(now());
    clients.push(client);
    const follow = () => {
      const session = now();
      if (session.status === 'unknown') return;
      queryClient.removeQueries({ queryKey, predicate: (query) => !isOfSession(session, query.queryKey) });
      // The account's data may be another user's: of the one that the server rendered for, or restored before. Decided
      // once, when the client knows the session itself.
      if (!rendered || client.getSession().status === 'unknown') return;
      const isOther = !areSessionsEqual(session, rendered);
      rendered = undefined;
      if (isOther) {
        const account = queryClient.getQueryCache().findAll({ queryKey: discovrKeys.account(client) });
        const filled = new Set(account.filter(({ state }) => state.data !== undefined));
        // Before TanStack Query 5.102, the predicate is also called after the reset.
        void queryClient.resetQueries({ predicate: (query) => filled.has(query) });
      }
    };
    // The client may already know another session than the one of the first render.
    follow();
    const undo = [
      snapshots.subscribe(follow),
      snapshots.subscribe(() => {
        const session = now();
        // When a token is refused, the same user signs in again. Between two users, there is no reason.
        if (session.status === 'signedOut' && (session.reason ? session.reason !== 'refused' : wasSignedIn))
          takeKeptDraft(client);
        wasSignedIn = isSignedIn(session);
      }),
      // An app that persists its cache may restore the account of another user. No hook fetches until then.
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (isRestoring && (type === 'added' || type === 'updated')) {
          queryClient.removeQueries({
            queryKey: discovrKeys.account(client),
            predicate: (each) => each === query && each.state.data !== undefined,
          });
        }
      }),
      onSessionRenewed(client, (profileId, isFirst) => {
        // The data from the server belongs to this session.
        if (isFirst && profileId === profileIdOf(first())) return;
        void queryClient.invalidateQueries({
          queryKey: discovrKeys.scope({ clientId: client.clientId, profileId }),
          predicate: (query) => isOutdatedByRenewal(query.queryKey),
          refetchType: 'none',
        });
      }),
      client.connect(),
    ];
    queryClient.mount();
    return () => {
      for (const each of undo) each();
      queryClient.unmount();
      clients.splice(clients.indexOf(client), 1);
      // Later, because Strict Mode and a parent with another key mount a provider of this client immediately.
      queueMicrotask(() => {
        if (clients.includes(client)) return;
        queryClient.removeQueries({ queryKey, type: 'inactive' });
        const mutations = queryClient.getMutationCache();
        for (const mutation of mutations.findAll({ mutationKey: queryKey })) {
          if (mutation.state.status !== 'pending') mutations.remove(mutation);
        }
      });
    };
    // Runs again when an app that persists its cache has restored it.
  }, [client, queryClient, snapshots, isRestoring]);
  return [queryClient, key, around ?? queryClient];
}
