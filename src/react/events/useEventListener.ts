'use client';

import { useEffect } from 'react';
import type { DiscovrClientLike } from '../../client/clientLike.js';
import { useLatestMethods } from '../useLatestMethods.js';
import type { DiscovrEvent } from './discovrEvent.js';
import { eventsOf } from './eventsOf.js';

/** Calls the listener, if there is one, with each event of a client while mounted. */
export function useEventListener(
  client: DiscovrClientLike,
  onEvent: ((event: DiscovrEvent) => void) | undefined,
): void {
  const { notify } = useLatestMethods({ notify: (event: DiscovrEvent) => onEvent?.(event) });
  const isListening = onEvent !== undefined;
  useEffect(() => (isListening ? eventsOf(client).add(notify) : undefined), [client, isListening, notify]);
}
