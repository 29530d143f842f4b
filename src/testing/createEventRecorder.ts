import type { DiscovrEvent } from '../react/events/events.js';

type EventOf<Type extends DiscovrEvent['type']> = Extract<DiscovrEvent, { readonly type: Type }>;

/** Records events for a test. */
export interface EventRecorder {
  /** Pass it to the provider. */
  readonly onEvent: (event: DiscovrEvent) => void;
  /** The recorded events, in order. */
  readonly events: readonly DiscovrEvent[];
  /** Returns the recorded events of one type, in order. */
  ofType<Type extends DiscovrEvent['type']>(type: Type): EventOf<Type>[];
  /** Forgets the recorded events. */
  clear(): void;
}

/**
 * Creates a recorder for the events of a provider. In environments without layout, such as jsdom, everything that is
 * rendered counts as visible.
 *
 * @example
 * const recorder = createEventRecorder();
 * renderWithDiscovr(<App />, { provider: { onEvent: recorder.onEvent } });
 * await waitFor(() => expect(recorder.ofType('pageShown')).toHaveLength(1));
 */
export function createEventRecorder(): EventRecorder {
  const events: DiscovrEvent[] = [];
  return {
    events,
    onEvent: (event) => void events.push(event),
    ofType: <Type extends DiscovrEvent['type']>(type: Type) =>
      events.filter((event): event is EventOf<Type> => event.type === type),
    clear: () => void events.splice(0),
  };
}
