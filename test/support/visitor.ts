import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { DiscovrClient } from '../../src/client/browserClient.js';
import type { CreatePagePayload } from '../../src/api/pages.js';
import type { Emulator } from '../../src/emulator/createEmulator.js';
import { createPageQueryOptions } from '../../src/react/pages/queries.js';
import { prefetchPage, type PrefetchPageOptions } from '../../src/react/pages/prefetchPage.js';
import { memoryCredentialStore } from '../../src/session/credential.js';

/** A user of an app that a server renders. */
export interface Visitor {
  readonly profileId: string;
  /** The client in the visitor's browser. */
  readonly client: DiscovrClient;
  /** Requests of the browser, as method, path and query. */
  readonly asked: readonly string[];
  /** Prefetches a page on the server. The state has passed through HTML. */
  prefetch(
    payload?: CreatePagePayload,
    options?: PrefetchPageOptions,
  ): Promise<{ pageId: string; state: DehydratedState }>;
}

/** Creates a visitor whose server and browser share one session, as an app with a back end does. */
export function createVisitor({ fetch, control, issueCredential }: Emulator, index = 0): Visitor {
  const { id: profileId } = control.profiles()[index]!;
  const asked: string[] = [];
  let minted: Promise<Response> | undefined;
  const clientWith = (note?: (request: Request) => void) =>
    new DiscovrClient('visited-app', {
      credentialStore: memoryCredentialStore(issueCredential({ profileId })),
      async fetch(input, init) {
        const request = new Request(input, init);
        note?.(request);
        if (!request.url.endsWith('/auth/session-token')) return fetch(request);
        minted ??= fetch(request);
        return (await minted).clone();
      },
    });
  return {
    profileId,
    client: clientWith(({ method, url }) => {
      const { pathname, search } = new URL(url);
      asked.push(`${method} ${pathname}${search}`);
    }),
    asked,
    async prefetch(payload = {}, options = {}) {
      const queryClient = new QueryClient();
      const client = clientWith();
      await prefetchPage(client, queryClient, payload, { profileId, ...options });
      const { queryKey } = createPageQueryOptions(client, payload, { profileId });
      const pageId = queryClient.getQueryData(queryKey)!.id;
      return { pageId, state: JSON.parse(JSON.stringify(dehydrate(queryClient))) as DehydratedState };
    },
  };
}
