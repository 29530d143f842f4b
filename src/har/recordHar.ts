import { isAbortError } from '../shared/errors.js';
import { describeHar, urlOfRequest, type Har, type HarEntry } from './har.js';
import { Pseudonyms } from './pseudonyms.js';

/** Number of requests that a recording keeps. Earlier ones are dropped. */
const MAX_ENTRIES = 1000;
/** Longest body that a recording keeps, in characters. It is also the longest that the client reads. */
const MAX_BODY = 5 * 1024 * 1024;

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
   * Returns what has been recorded, in the format HAR 1.2: the last 1,000 requests, oldest first. Resolves when the bodies
   * of the responses that have arrived are read. A request without a response is `pending`. `log.comment` describes the
   * contents; read it before you share the recording.
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

  const record: typeof globalThis.fetch = async (input, init) => {
    const startedAt = Date.now();
    const url = urlOfRequest(typeof input === 'object' && 'url' in input ? input.url : String(input));
    const entry = entryOf(pseudonyms, url, startedAt, input, init);
    entries.push(entry);
    if (entries.length > MAX_ENTRIES) entries.shift();
    const { response: recorded, timings } = entry;
    const end = (error?: unknown) => {
      entry.time = Date.now() - startedAt;
      timings.receive = Math.max(0, entry.time - timings.wait);
      if (error !== undefined) recorded._error = isAbortError(error) ? 'aborted' : pseudonyms.text(reasonOf(error));
    };
    try {
      const response = await fetch(input, init);
      timings.wait = Date.now() - startedAt;
      delete recorded._error;
      recorded.status = response.status;
      recorded.statusText = pseudonyms.text(response.statusText);
      recorded.headers = pseudonyms.headers(response.headers);
      recorded.content.mimeType = response.headers.get('content-type') ?? 'x-unknown';
      const read = readInto(recorded, response, (text) => pseudonyms.body(text, url, false)).then(() => end(), end);
      reads.add(read);
      void read.finally(() => reads.delete(read));
      return response;
    } catch (error) {
      end(error);
      throw error;
    }
  };

  return {
    fetch: record,
    async har() {
      await Promise.all(reads);
      const log = {
        version: '1.2',
        creator: { name: 'discovr-react', version: '1' },
        entries: structuredClone(entries),
      };
      return { log: { ...log, comment: describeHar({ log }) } };
    },
  };
}

const reasonOf = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : typeof error);

/** Reads a copy of the body, so that the app receives its own. */
async function readInto(
  { content }: HarEntry['response'],
  response: Response,
  redact: (text: string) => string,
): Promise<void> {
  const text = await response.clone().text();
  content.text = text.length > MAX_BODY ? `[${text.length} characters]` : redact(text);
  content.size = content.text.length;
}

type FetchInput = Parameters<typeof globalThis.fetch>[0];

function entryOf(
  pseudonyms: Pseudonyms,
  url: URL,
  startedAt: number,
  input: FetchInput,
  init: RequestInit | undefined,
): HarEntry {
  const given = typeof input === 'object' && 'headers' in input ? input : undefined;
  const headers = new Headers(init?.headers ?? given?.headers);
  const body = init?.body;
  const recordedUrl = pseudonyms.url(url);
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: 0,
    request: {
      method: (init?.method ?? given?.method ?? 'GET').toUpperCase(),
      url: recordedUrl.href,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pseudonyms.headers(headers),
      queryString: [...recordedUrl.searchParams].map(([name, value]) => ({ name, value })),
      ...(typeof body === 'string' && {
        postData: { mimeType: headers.get('content-type') ?? 'x-unknown', text: pseudonyms.body(body, url, true) },
      }),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
      _error: 'pending',
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  };
}
