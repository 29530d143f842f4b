import type { CreatePagePayload, CreatePageResponse } from '../api/pages.js';
import type { SessionApi } from '../api/sessionApi.js';
import type { CallOptions } from '../api/transport.js';
import type { DiscovrAuth } from '../session/auth.js';
import { raceAbort } from '../shared/abort.js';
import { loadOnce } from '../shared/lateModule.js';
import { SharedCalls } from '../shared/shareCall.js';

/** Creates pages. Simultaneous calls for the same page, user and profile share one request. */
export class PageCalls {
  readonly #auth: Pick<DiscovrAuth, 'ready' | 'epoch'>;
  readonly #api: Pick<SessionApi, 'createPage'>;
  readonly #calls = new SharedCalls<CreatePageResponse>();

  constructor(auth: Pick<DiscovrAuth, 'ready' | 'epoch'>, api: Pick<SessionApi, 'createPage'>) {
    this.#auth = auth;
    this.#api = api;
  }

  /** See `DiscovrClient.createPage`. */
  async create(payload: CreatePagePayload | undefined, { signal }: CallOptions): Promise<CreatePageResponse> {
    await raceAbort(this.#auth.ready(), signal);
    const { createPageRequest } = await raceAbort(loadPageRequest(), signal);
    const request = createPageRequest(payload);
    return this.#calls.run(`${this.#auth.epoch} ${request.key}`, signal, (shared) =>
      this.#api.createPage(request.payload, { signal: shared }),
    );
  }
}

/** Loads the function that checks the request for a page, and with it the schema of the filters. */
export const loadPageRequest = loadOnce('calls', () => import('./createPageRequest.js'));
