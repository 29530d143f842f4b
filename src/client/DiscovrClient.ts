import { raceAbort } from '../api/http/abort.js';
import type { IdentityApi } from '../api/identityApi.js';
import type { CreatePagePayload, CreatePageResponse, Page } from '../api/schemas/page.js';
import type { SessionApi } from '../api/sessionApi.js';
import type { CallOptions } from '../api/http/transport.js';
import type { DiscovrClientOptions } from './clientOptions.js';
import { createClientParts, type ClientParts } from './clientParts.js';
import { createPageRequest } from './createPageRequest.js';
import type { DiscovrClientLike } from './discovrClientLike.js';
import { ProfileCalls } from './profileCalls.js';
import { SharedCalls } from './sharedCalls.js';

/**
 * Talks to Discovr, with the surface of the official SDK. It needs no framework: browser, Node, worker alike. The
 * constructor starts nothing. Methods about signing in are in `SignInCalls`, about profiles in `ProfileCalls`, about rows
 * and titles in `TitleCalls`.
 *
 * Methods reject with a `DiscovrError`, or with an `AbortError` where their signal aborts or the person or profile
 * changed meanwhile.
 */
export class DiscovrClient extends ProfileCalls implements DiscovrClientLike {
  /** Id of the app at Discovr. */
  readonly clientId: string;
  readonly #parts: ClientParts;
  readonly #pageFlights = new SharedCalls<CreatePageResponse>();

  constructor(clientId: string, options: DiscovrClientOptions = {}) {
    const parts = createClientParts(clientId, options);
    super(parts);
    this.#parts = parts;
    this.clientId = clientId;
  }

  /**
   * Reads the credential store, and from now on goes along with the app's other tabs, and renews a session that is in
   * use before it ends. Returns the undo; may be called again. React's provider calls it.
   */
  connect(): () => void {
    return this.#parts.auth.connect();
  }

  /** Ends the client for good: observers hear nothing more, calls in flight and later ones reject with `AbortError`. */
  dispose(): void {
    this.#parts.ended.abort();
    this.#parts.auth.dispose();
  }

  /**
   * Creates the page for these filters, or without filters the default page of the profile's whole taste. Calls for
   * the same page share one request.
   */
  async createPage(payload?: CreatePagePayload, options: CallOptions = {}): Promise<CreatePageResponse> {
    await raceAbort(this.#parts.auth.ready(), options.signal);
    const request = createPageRequest(payload);
    const key = `${this.#parts.auth.epoch} ${request.key}`;
    return this.#pageFlights.run(key, options.signal, (signal) =>
      this.#parts.sessionApi.createPage(request.payload, { signal }),
    );
  }

  /** The page with its hero. Rejects with `SESSION_EXPIRED` where it was made in an older session. */
  getPage(pageId: string, options?: CallOptions): Promise<Page> {
    return this.#parts.sessionApi.getPage(pageId, options);
  }

  /** Endpoints of the identity tier, one to one with the wire. */
  identityApi(): IdentityApi {
    return this.#parts.identityApi;
  }

  /** Endpoints of the session tier, one to one with the wire. */
  sessionApi(): SessionApi {
    return this.#parts.sessionApi;
  }
}
