import type { QueryClient } from '@tanstack/react-query';
import { driftOf } from '../api/drift.js';
import type { DiscovrClientLike } from '../client/clientLike.js';
import { perObject } from '../messages/perObject.js';
import { browserPlatform } from '../platform/browser.js';
import type { Channel } from '../platform/platform.js';
import {
  literal,
  numberUpTo,
  object,
  readOrUndefined,
  text,
  textThat,
  UNFIT,
  type Reader,
} from '../session/readers.js';
import { countedStart, createObservers } from '../shared/observers.js';
import { traceOf } from '../shared/trace.js';
import { observeCache, observeClient, type TimelineEvent } from './observe.js';

/** An event of a trace. */
export interface TracedEvent {
  /** Number of the event in its trace. Later events have larger numbers. */
  readonly id: number;
  /** When it happened, in milliseconds since the Unix epoch, by the clock of the device. */
  readonly at: number;
  /** Name of the tab in which it happened. */
  readonly tab: string;
  readonly event: TimelineEvent;
}

/** Options of {@link traceClient}. */
export interface TraceClientOptions {
  /**
   * Maximum number of events to keep. The oldest ones are dropped first.
   * @default 10000
   */
  limit?: number | undefined;
  /** The cache of the provider, to trace its queries and mutations too. */
  queryClient?: QueryClient | undefined;
}

/** What {@link traceClient} records. */
export interface ClientTrace {
  /** Name of this tab, as in its events. */
  readonly tab: string;
  /** Returns the events in order of arrival. The array stays the same until they change. */
  events(): readonly TracedEvent[];
  /** Calls the listener after events arrive or are removed. Returns a function that removes the listener. */
  onChanged(listener: () => void): () => void;
  /** Removes all events. */
  clear(): void;
  /** Stops recording, as `client.dispose()` does. The events stay. */
  stop(): void;
}

/**
 * Records what a client does from now on: sign-ins, mints, requests and messages between tabs; with a `queryClient`,
 * also queries and changes. Traced tabs of the same app send their events too. No event contains a token, a body, or
 * what a user typed. A client can have several traces.
 *
 * @example
 * const trace = traceClient(client);
 * trace.onChanged(() => console.log(trace.events().at(-1)));
 */
export function traceClient(
  client: DiscovrClientLike,
  { limit: given = 10_000, queryClient }: TraceClientOptions = {},
): ClientTrace {
  const limit = Math.max(1, given);
  const recorder = recorderOf(client);
  const observers = createObservers<void>();
  let count = 0;
  let kept: TracedEvent[] = [];
  let shown: readonly TracedEvent[] | undefined;
  let isNotifying = false;
  // Later, because an event can happen while React renders.
  const notify = () => {
    shown = undefined;
    if (isNotifying) return;
    isNotifying = true;
    queueMicrotask(() => {
      isNotifying = false;
      observers.notify();
    });
  };
  const add = (recorded: Recorded) => {
    count += 1;
    kept.push({ id: count, ...recorded });
    // Not after each event, because that would move all the others each time.
    if (kept.length >= 2 * limit) kept = kept.slice(-limit);
    notify();
  };
  const undo = [recorder.onRecorded(add), recorder.start()];
  if (queryClient) undo.push(recorder.observe(queryClient));
  const stop = () => {
    for (const each of undo.splice(0)) each();
  };
  const { lifetime } = traceOf(client);
  if (lifetime) undo.push(lifetime.onEnd(stop));
  add({ at: Date.now(), tab: recorder.tab, event: { type: 'session', state: client.getSession() } });
  return {
    tab: recorder.tab,
    events: () => (shown ??= kept.slice(-limit)),
    onChanged: (listener) => observers.add(listener),
    clear() {
      kept = [];
      notify();
    },
    stop,
  };
}

type Recorded = Omit<TracedEvent, 'id'>;

/** Grows when the events change, so that tabs with different releases of an app ignore each other. */
const VERSION = 1;

/** Longest text in an event of another tab. */
const MAX_LENGTH = 1_000;
/** Latest time that a `Date` can represent, in milliseconds. */
const END_OF_TIME_MS = 8.64e15;

/** Collects the events of one client for all its traces, and exchanges them with other tabs. */
class Recorder {
  /** Name of this tab. It belongs to the client, because one page can have several. */
  readonly tab = Math.random().toString(36).slice(2, 8);
  readonly #client: DiscovrClientLike;
  readonly #observers = createObservers<Recorded>();
  #channel: Channel | undefined;

  constructor(client: DiscovrClientLike) {
    this.#client = client;
  }

  onRecorded(listener: (recorded: Recorded) => void): () => void {
    return this.#observers.add(listener);
  }

  /** Records until each caller has stopped. */
  readonly start = countedStart(() => {
    const trace = traceOf(this.#client);
    const traces = [trace, trace.backEnd ?? trace];
    for (const each of traces) {
      each.emit = this.#record;
      // Later, so that a fault in the comparison cannot make the call fail.
      each.read = (reading) =>
        queueMicrotask(() => {
          for (const drift of driftOf(reading)) this.#record({ type: 'reading', ...drift });
        });
    }
    const undoClient = observeClient(this.#client, this.#record);
    this.#channel = browserPlatform.openChannel(`discovr-trace-${this.#client.clientId}`);
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = readOrUndefined(readMessage, data);
      if (message) this.#observers.notify(message);
    });
    return () => {
      for (const each of traces) each.emit = each.read = undefined;
      undoClient();
      this.#channel?.close();
      this.#channel = undefined;
    };
  });

  /** Observes a cache until each caller has stopped. */
  readonly observe = (queryClient: QueryClient): (() => void) => this.#cacheOf(queryClient)();

  readonly #cacheOf = perObject((queryClient: QueryClient) =>
    countedStart(() => observeCache(this.#client, queryClient, this.#record)),
  );

  readonly #record = (event: TimelineEvent): void => {
    const recorded = { at: Date.now(), tab: this.tab, event };
    this.#observers.notify(recorded);
    this.#channel?.postMessage({ discovrTrace: VERSION, ...recorded });
  };
}

const recorderOf = perObject((client: DiscovrClientLike) => new Recorder(client));

const word = text(1);
const operation = object({ name: word, step: word });

/** The least that an event of another tab must contain, so that the timeline can show it. */
const leastOf: { readonly [Type in TimelineEvent['type']]: Reader<object> } = {
  token: object({ step: textThat((step) => /^(?:held|taken|refused)$/.test(step)) }),
  mint: object({ step: textThat((step) => /^(?:asked|joined|turn|spared|lock|ended)$/.test(step)) }),
  channel: object({ step: word, kind: word }),
  request: object({ name: word, tier: word, outcome: word, tookMs: numberUpTo(END_OF_TIME_MS) }),
  signIn: object({ way: word }),
  session: object({ state: object({ status: word }) }),
  query: operation,
  mutation: operation,
  change: operation,
  page: object({ from: word, to: word }),
  reading: object({ route: word, path: text(0), what: word }),
};

/** Reads a message of another tab. Other code of the origin, and other releases of the app, may use the same channel. */
const readMessage = object<Recorded & { discovrTrace: typeof VERSION }>({
  discovrTrace: literal(VERSION),
  at: numberUpTo(END_OF_TIME_MS),
  tab: text(1, MAX_LENGTH),
  event: (value) => {
    const { type } = object({ type: textThat((name) => Object.hasOwn(leastOf, name)) })(value);
    // The names of the readers are the types.
    leastOf[type as TimelineEvent['type']](value);
    if (!isFlat(value)) throw UNFIT;
    // A tab with the same version sends no other objects.
    return value as TimelineEvent;
  },
});

/** Whether a value is an object of texts, numbers and flags; its `state` may be such an object too. */
function isFlat(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, part]) =>
    key === 'state' ? isFlat(part) : typeof part !== 'object' && String(part).length <= MAX_LENGTH,
  );
}
