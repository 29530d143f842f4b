'use client';

import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { DiscovrClientLike } from '../../client/discovrClientLike.js';
import type { FilterVocabulary } from '../../filters/vocabulary/vocabulary.js';
import type { MessagesOverride } from '../../messages/messages.js';

/** Colours of the drop-ins: fixed, or by the person's own setting. */
export type ColorScheme = 'light' | 'dark' | 'system';

/** In which words things are told. */
export interface Language {
  readonly locale: string;
  readonly messages: MessagesOverride | undefined;
}

/** What the provider hands to everything below it. */
export interface DiscovrContextValue {
  readonly client: DiscovrClientLike;
  readonly queryClient: QueryClient;
  readonly locale: string;
  /** The provider's pack or own words; `useWords` lays them over the English. */
  readonly messages: MessagesOverride | undefined;
  /** The same two as one object, for what is made once for a language. */
  readonly language: Language;
  /** The app's own, where it has one. */
  readonly vocabulary: FilterVocabulary | undefined;
  readonly colorScheme: ColorScheme;
}

/** The provider's context. Read it with {@link useDiscovrContext}. */
export const DiscovrContext = createContext<DiscovrContextValue | null>(null);

/**
 * Reads the provider's context.
 *
 * @param caller name of the hook or component, for the error where there is no provider.
 */
export function useDiscovrContext(caller: string): DiscovrContextValue {
  const value = useContext(DiscovrContext);
  if (value) return value;
  throw new Error(
    `discovr-react: ${caller} was used outside <DiscovrProvider>, so it has no client to work with. ` +
      'Render <DiscovrProvider client={client}> above it, for instance around your app.',
  );
}
