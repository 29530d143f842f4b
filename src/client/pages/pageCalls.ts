import { raceAbort } from '../../api/http/abort.js';
import type { CallOptions } from '../../api/http/transport.js';
import type { CreatePagePayload, CreatePageResponse } from '../../api/schemas/page.js';
import type { SessionApi } from '../../api/sessionApi.js';
import type { DiscovrAuth } from '../../session/discovrAuth.js';
import { loadPageRequest } from './loadPageRequest.js';
import { SharedCalls } from '../sharedCalls.js';

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
