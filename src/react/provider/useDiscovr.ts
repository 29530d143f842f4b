'use client';

import type { QueryClient } from '@tanstack/react-query';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { en } from '../../messages/en.js';
import type { Messages } from '../../messages/messages.js';
import type { SessionState } from '../../session/state/sessionState.js';
import { useDiscovrContext } from './context.js';
import { useClientSession } from '../session/useSession.js';
import { useVocabulary } from '../filters/useVocabulary.js';
import { useMessages } from './useMessages.js';

/** Result of {@link useDiscovr}. */
export interface UseDiscovrResult {
  /** The client, or the official SDK wrapped in its adapter. */
  readonly client: DiscovrClientLike;
  /** Pass it to TanStack's hooks as the second argument, so that they use the library's cache. */
  readonly queryClient: QueryClient;
  readonly session: SessionState;
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
 * const { client, queryClient } = useDiscovr();
 * const page = useQuery(pageQueryOptions(client, pageId), queryClient);
 */
export function useDiscovr(): UseDiscovrResult {
  const { client, queryClient, locale } = useDiscovrContext('useDiscovr()');
  const messages = useMessages(en, undefined, 'useDiscovr()');
  const vocabulary = useVocabulary('useDiscovr()');
  const session = useClientSession(client);
  return { client, queryClient, session, locale, messages, vocabulary };
}
