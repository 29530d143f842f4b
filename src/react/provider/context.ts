'use client';

import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import { mergeMessages } from '../../messages/mergeMessages.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import type { SessionSnapshots } from '../session/sessionSnapshots.js';
import type { RenderImage } from './renderImage.js';

/** Color scheme of the drop-ins: fixed, or the user's system setting. */
export type ColorScheme = 'light' | 'dark' | 'system';

/** The language of the UI: the locale and the messages passed to the provider. */
export interface Language {
  readonly locale: string;
  readonly messages: MessagesOverride | undefined;
}

/** Values that the provider passes to the components below it. */
interface DiscovrContextValue {
  readonly client: DiscovrClientLike;
  readonly queryClient: QueryClient;
  /** The session. Read it with `useSessionFrom`. */
  readonly snapshots: SessionSnapshots;
  readonly locale: string;
  /** The provider's locale pack or custom messages; `useMessages` merges them over English. */
  readonly messages: MessagesOverride | undefined;
  /** `locale` and `messages` as one object: the cache key of values that are created once per language. */
  readonly language: Language;
  /** The vocabulary that the app passed to the provider, if any. */
  readonly vocabulary: FilterVocabulary | undefined;
  readonly colorScheme: ColorScheme;
  readonly renderImage: RenderImage | undefined;
}

/** The provider's context. Read it with {@link useDiscovrContext}. */
export const DiscovrContext = createContext<DiscovrContextValue | null>(null);

/**
 * Reads the provider's context.
 *
 * @param caller name of the hook or component, for the error message.
 * @throws {Error} when there is no `<DiscovrProvider>` above.
 */
export function useDiscovrContext(caller: string): DiscovrContextValue {
  const value = useContext(DiscovrContext);
  if (value) return value;
  throw new Error(
    `discovr-react: ${caller} was used outside <DiscovrProvider>. ` +
      'Render <DiscovrProvider client={client}> around your app.',
  );
}

/**
 * Returns the messages of some sections: English, overridden by the provider's messages and then by the drop-in's. Only
 * the sections passed here end up in an app's bundle.
 *
 * @param english the sections; keep it at module level.
 * @param custom the `messages` prop of the drop-in.
 * @param caller name of the hook or component, for the error message.
 */
export function useMessages<Section extends keyof Messages>(
  english: Pick<Messages, Section>,
  custom: MessagesOverride | undefined,
  caller: string,
): Pick<Messages, Section> {
  const { messages: provided } = useDiscovrContext(caller);
  return useMemo(() => mergeMessages(mergeMessages(english, provided), custom), [english, provided, custom]);
}
