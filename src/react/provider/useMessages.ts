'use client';

import { useMemo } from 'react';
import { mergeMessages } from '../../messages/mergeMessages.js';
import type { Messages, MessagesOverride } from '../../messages/messages.js';
import { useDiscovrContext } from './context.js';

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
