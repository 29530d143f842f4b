'use client';

import type { QueryClient } from '@tanstack/react-query';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { en } from '../../messages/en.js';
import type { Messages } from '../../messages/messages.js';
import { profileIdOf, type SessionState } from '../../session/sessionState.js';
import { useDiscovrContext, useMessages } from './context.js';
import { useSessionFrom } from '../session/useSession.js';
import { useVocabulary } from '../filters/useVocabulary.js';

/** Result of {@link useDiscovr}. */
export interface UseDiscovrResult {
  /** The client, or the official SDK wrapped in its adapter. */
  readonly client: DiscovrClientLike;
  /**
   * The cache of the provider. TanStack's hooks below it find it too, unless the app passes another `queryClient` to the
   * provider than to `<QueryClientProvider>`.
   */
  readonly queryClient: QueryClient;
  readonly session: SessionState;
  /** Id of the active profile; `null` if none is active. Pass it to query options. */
  readonly profileId: string | null;
  /** BCP 47 tag of the provider. */
  readonly locale: string;
  /** All messages: the locale pack merged with the app's custom messages. */
  readonly messages: Messages;
  readonly vocabulary: FilterVocabulary;
}

/**
 * Returns the values of the provider, for custom hooks and components that use its client and cache.
 *
 * @throws {Error} when there is no `<DiscovrProvider>` above.
 * @example
 * const { client, profileId } = useDiscovr();
 * const page = useQuery(pageQueryOptions(client, pageId, { profileId }));
 */
export function useDiscovr(): UseDiscovrResult {
  const { client, queryClient, snapshots, locale } = useDiscovrContext('useDiscovr()');
  const messages = useMessages(en, undefined, 'useDiscovr()');
  const vocabulary = useVocabulary('useDiscovr()');
  const session = useSessionFrom(snapshots);
  return { client, queryClient, session, profileId: profileIdOf(session) ?? null, locale, messages, vocabulary };
}
