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
import { useWords } from './useWords.js';

/** What {@link useDiscovr} gives. */
export interface UseDiscovrResult {
  /** The client, or the official SDK behind its adapter. */
  readonly client: DiscovrClientLike;
  /** Pass it to TanStack's hooks as the second argument, so that they use the same cache as the library. */
  readonly queryClient: QueryClient;
  readonly session: SessionState;
  /** BCP 47 tag. */
  readonly locale: string;
  /** Complete words: the pack with the app's own over it. */
  readonly messages: Messages;
  readonly vocabulary: FilterVocabulary;
}

/**
 * Everything the provider holds, for own hooks and components over the same client and cache.
 *
 * @throws where there is no `<DiscovrProvider>` above.
 * @example
 * const { client, queryClient } = useDiscovr();
 * const page = useQuery(pageQueryOptions(client, pageId), queryClient);
 */
export function useDiscovr(): UseDiscovrResult {
  const { client, queryClient, locale } = useDiscovrContext('useDiscovr()');
  const messages = useWords(en, undefined, 'useDiscovr()');
  const vocabulary = useVocabulary('useDiscovr()');
  const session = useClientSession(client);
  return { client, queryClient, session, locale, messages, vocabulary };
}
