import { isAbortError } from '../shared/errors.js';
import { startTimer } from '../shared/time.js';
import { describeHar, urlOfRequest, type Har, type HarEntry } from './har.js';
import { emptyMessage, MAX_BODY, Pseudonyms } from './pseudonyms.js';

/** Number of requests that a recording keeps. Earlier ones are dropped. */
const MAX_ENTRIES = 1000;
/** Length of all bodies that a recording keeps, in characters. */
const MAX_BODIES = 50 * 1024 * 1024;
/** Time that {@link HarRecording.har} waits for bodies, in milliseconds. One may never end. */
const MAX_WAIT_MS = 5000;

/** Options of {@link recordHar}. */
export interface RecordHarOptions {
  /**
   * Sends the requests.
   * @default globalThis.fetch
   */
  fetch?: typeof globalThis.fetch | undefined;
}

/** Recording of the requests of one client. */
export interface HarRecording {
  /** Sends a request and records it. Pass it to `DiscovrClient` as `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Returns what has been recorded, in the format HAR 1.2: the last 1,000 requests, oldest first. Waits up to 5 seconds for
   * the bodies of the responses that have arrived. A request without a response, or with an incomplete one, is `pending`.
   * `log.comment` describes the contents; read it before you share the recording.
   */
  har(): Promise<Har>;
}

/**
 * Records requests and responses as HAR, to report a fault or to test with. Secrets never enter the recording: tokens,
 * codes, cookies, names of profiles and pages, search texts and avatars are replaced while it is written. Failed and
 * aborted requests have their reason in `_error`.
 *
 * @example
 * const recording = recordHar();
 * const client = new DiscovrClient('my-app', { fetch: recording.fetch });
 * const text = JSON.stringify(await recording.har());
 */
export function recordHar({
  fetch = (...request) => globalThis.fetch(...request),
}: RecordHarOptions = {}): HarRecording {
  const pseudonyms = new Pseudonyms();
  const entries: HarEntry[] = [];
  const reads = new Set<Promise<void>>();

  let bodies = 0;

  const dropFirst = () => {
    while (entries.length > MAX_ENTRIES || bodies > MAX_BODIES) bodies -= entries.shift()!.response.content.size;
  };
  const read = (message: Request | Response, keep: (text: string) => void, end: (error?: unknown) => void) => {
    const reading: Promise<void> = readText(message)
      .then((text) => end(keep(text)), end)
      // What cannot be recorded must not become an unhandled rejection.
      .catch(() => undefined)
      .finally(() => reads.delete(reading));
    reads.add(reading);
  };

  const begin = (input: FetchInput, init: RequestInit | undefined) => {
    const startedAt = Date.now();
    const started = performance.now();
    // Whole milliseconds of a clock that nobody sets, so that no time is negative, and parts add up to their sum.
    const elapsed = () => Math.round(performance.now() - started);
    const given = typeof input === 'object' && 'url' in input ? input : undefined;
    const url = urlOfRequest(typeof input === 'object' && 'url' in input ? input.url : String(input));
    const entry = entryOf(pseudonyms, url, { startedAt, given, init });
    entries.push(entry);
    dropFirst();
    const { request, response: recorded, timings } = entry;
    if (given && init?.body === undefined && !/^(?:GET|HEAD)$/.test(request.method)) {
      const keepBody = (text: string) => {
        const mimeType = pseudonyms.text(given.headers.get('content-type') ?? 'x-unknown');
        if (text !== '') request.postData = { mimeType, text: pseudonyms.body(text, url, true) };
      };
      read(given, keepBody, () => undefined);
    }
    const end = (error?: unknown) => {
      entry.time = elapsed();
      timings.receive = entry.time - timings.wait;
      if (error === undefined) delete recorded._error;
      else recorded._error = isAbortError(error) ? 'aborted' : pseudonyms.text(reasonOf(error));
    };
    const receive = (response: Response) => {
      entry.time = timings.wait = elapsed();
      recorded.status = response.status;
      recorded.statusText = pseudonyms.text(response.statusText);
      recorded.headers = pseudonyms.headers(response.headers);
      recorded.content.mimeType = pseudonyms.text(response.headers.get('content-type') ?? 'x-unknown');
      const keepBody = (text: string) => {
        if (!entries.includes(entry)) return;
        recorded.content.text = pseudonyms.body(text, url, false);
        bodies += recorded.content.size = recorded.content.text.length;
        dropFirst();
      };
      read(response, keepBody, end);
    };
    return { receive, end };
  };

  return {
    async fetch(input, init) {
      const exchange = attempt(() => begin(input, init));
      try {
        const response = await fetch(input, init);
        attempt(() => exchange?.receive(response));
        return response;
      } catch (error) {
        attempt(() => exchange?.end(error));
        throw error;
      }
    },
    async har() {
      await new Promise<void>((resolve) => {
        const stop = startTimer(resolve, MAX_WAIT_MS);
        void Promise.all(reads).then(() => (stop(), resolve()));
      });
      const log = {
        version: '1.2',
        creator: { name: 'discovr-react', version: '1' },
        // Once more, because a value may have been in an entry before it was known as a secret.
        // A copy, because the caller may change it. A recording is JSON.
        entries: entries.map((entry) => JSON.parse(JSON.stringify(pseudonyms.entry(entry))) as HarEntry),
      };
      return { log: { ...log, comment: describeHar({ log }) } };
    },
  };
}

/** Does a part of the recording. If it fails, the app must not notice. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : typeof error);

/** Reads a copy of a body, so that the app receives its own. Stops where a body is too long. */
export async function readText(message: Request | Response): Promise<string> {
  const copy = message.clone();
  const reader = copy.body?.getReader();
  if (!reader) return copy.text();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MAX_BODY) {
      // Not awaited: it resolves when the app has canceled its body too.
      reader.cancel().catch(() => undefined);
      return `[over ${MAX_BODY} characters]`;
    }
  }
}

type FetchInput = Parameters<typeof globalThis.fetch>[0];

interface SentRequest {
  readonly startedAt: number;
  readonly given: Request | undefined;
  readonly init: RequestInit | undefined;
}

function entryOf(pseudonyms: Pseudonyms, url: URL, { startedAt, given, init }: SentRequest): HarEntry {
  const headers = new Headers(init?.headers ?? given?.headers);
  const body = init?.body instanceof URLSearchParams ? String(init.body) : init?.body;
  const recordedUrl = pseudonyms.url(url);
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: 0,
    request: {
      ...emptyMessage,
      method: pseudonyms.text((init?.method ?? given?.method ?? 'GET').toUpperCase()),
      url: recordedUrl.href,
      headers: pseudonyms.headers(headers),
      queryString: [...recordedUrl.searchParams].map(([name, value]) => ({ name, value })),
      ...(typeof body === 'string' && {
        postData: {
          mimeType: pseudonyms.text(headers.get('content-type') ?? 'x-unknown'),
          text: pseudonyms.body(body, url, true),
        },
      }),
    },
    response: {
      ...emptyMessage,
      status: 0,
      statusText: '',
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      _error: 'pending',
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}
