import type { DehydratedState, InfiniteData } from '@tanstack/react-query';
import { act, StrictMode, Suspense, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { hydrate } from '../../../test/support/hydrate.js';
import { idle } from '../../../test/support/promises.js';
import { createVisitor } from '../../../test/support/visitor.js';
import type { Page } from '../../api/pages.js';
import type { GetRowItemsResponse } from '../../api/rows.js';
import { DiscovrClient } from '../../client/browserClient.js';
import { createEmulator } from '../../emulator/createEmulator.js';
import { DiscovrHydration } from '../../react/provider/DiscovrHydration.js';
import { DiscovrProvider } from '../../react/provider/DiscovrProvider.js';
import { DiscovrPage } from './DiscovrPage.js';

afterEach(() => vi.unstubAllGlobals());

/** Returns the first title of the hero, and the first three of each rail. Without `'` and `&`, which HTML escapes. */
function titlesIn({ queries }: DehydratedState): string[] {
  const dataOf = <Data,>(kind: string) =>
    queries.filter(({ queryKey }) => queryKey[3] === kind).map(({ state }) => state.data as Data);
  const heroes = dataOf<Page>('page').map(({ hero }) => hero.slice(0, 1));
  const rails = dataOf<InfiniteData<GetRowItemsResponse>>('rowItems').map(({ pages }) => pages[0]!.items.slice(0, 3));
  expect([heroes.length, rails.length]).toEqual([1, 3]);
  return [...heroes, ...rails]
    .flat()
    .flatMap((item) => ('title' in item && !/['&]/.test(item.title) ? item.title : []));
}

test.each([
  ['', (page: ReactNode) => page],
  [' inside Suspense', (page: ReactNode) => <Suspense fallback="waiting">{page}</Suspense>],
])('a page%s has its titles in the HTML of the server, and requests none of them again', async (_where, wrap) => {
  const emulator = createEmulator({ seed: 'page' });
  const visitor = createVisitor(emulator);
  const { pageId, state } = await visitor.prefetch({ name: 'Tonight' }, { rails: 3 });
  const app = (client: DiscovrClient) => (
    <StrictMode>
      <DiscovrProvider client={client} initialSession={{ status: 'active', profileId: visitor.profileId }}>
        <DiscovrHydration state={state}>
          {wrap(<DiscovrPage pageId={pageId} href={({ id }) => `/title/${id}`} />)}
        </DiscovrHydration>
      </DiscovrProvider>
    </StrictMode>
  );
  const served = renderToString(app(new DiscovrClient(visitor.client.clientId)));
  expect(served).toContain('data-state="ready"');
  expect(served).toContain('Tonight');
  for (const title of titlesIn(state)) expect(served).toContain(title);
  expect(served).not.toMatch(/<[^>]* style=/);

  // Without layout, all rails are near the viewport. The others load no items, so that they stay short.
  emulator.control.failNext({ kind: 'hang' }, { route: 'GET /pages/:id/rows/:id/items', times: 99 });
  const { firstShown, container, faults, unmount } = await hydrate(served, app(visitor.client));
  const withoutMarks = (html: string) => html.replaceAll(/<!--.*?-->/g, '');
  const dom = container.ownerDocument.createElement('div');
  dom.innerHTML = withoutMarks(served);
  expect(withoutMarks(firstShown)).toBe(dom.innerHTML);
  expect(faults).toEqual([]);
  // What the server did not prefetch is requested now, such as the items of the fourth rail.
  await act(() => vi.waitFor(() => expect(visitor.asked.join()).toContain('/items')));
  await act(idle);

  const rows = state.queries.find(({ queryKey }) => queryKey[3] === 'rows')!.state.data as {
    pages: { rows: { id: string }[] }[];
  };
  const firstRows = rows.pages[0]!.rows.slice(0, 3).map(({ id }) => `/rows/${id}/items`);
  const again = visitor.asked.filter(
    (request) =>
      request.startsWith('POST /pages') ||
      request.endsWith(`/pages/${pageId}`) ||
      (/\/rows(\?|$)/.test(request) && !request.includes('nextPageToken')) ||
      (firstRows.some((path) => request.includes(path)) && !request.includes('nextPageToken')),
  );
  expect(again).toEqual([]);
  await unmount();
});
