'use client';

import { useMemo } from 'react';
import { mergeMessages } from '../../messages/mergeMessages.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext } from './context.js';

/**
 * The words of some sections: English, the provider's over it, and a drop-in's own over both. Only the sections that are
 * named come along into an app's bundle.
 *
 * @param english the sections; keep it at module level.
 * @param own as it was given to the drop-in.
 * @param caller name of the hook or component, for the error where there is no provider.
 */
export function useWords<Section extends keyof Messages>(
  english: Pick<Messages, Section>,
  own: MessagesOverride | undefined,
  caller: string,
): Pick<Messages, Section> {
  const { messages: provided } = useDiscovrContext(caller);
  return useMemo(() => mergeMessages(mergeMessages(english, provided), own), [english, provided, own]);
}
