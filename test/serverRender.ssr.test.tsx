import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query';
import { Suspense, use, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createEmulator } from '../src/emulator/createEmulator.js';
import {
  createPageQueryOptions,
  DeviceSignIn,
  DiscovrClient,
  DiscovrGate,
  DiscovrHydration,
  DiscovrPage,
  DiscovrProvider,
  NavigationStack,
  PageFilterDialog,
  PageFilterForm,
  prefetchPage,
  useFilteredPage,
  type PrefetchTarget,
} from '../src/index.js';
import { serverApp, type ServerAppOptions } from './support/serverApp.js';
import { streamed } from './support/streamed.js';

type App = ReturnType<typeof visitedApp>;

afterEach(() => vi.restoreAllMocks());

/** An app with a server, which notes when it sends requests to the API and receives the responses. */
function visitedApp({ emulator = createEmulator({ seed: 'server' }), ...options }: ServerAppOptions = {}) {
  const spans: { start: number; end: number }[] = [];
  const app = serverApp({
    emulator,
    ...options,
    async fetch(input, init) {
      const span = { start: performance.now(), end: Infinity };
      spans.push(span);
      const response = await emulator.fetch(new Request(input, init));
      span.end = performance.now();
      return response;
    },
  });
  return {
    ...app,
    spans,
    async visit(target: PrefetchTarget, { rails = 3 } = {}) {
      const headers = { cookie: [...app.jar].map((pair) => pair.join('=')).join('; ') };
      const { requestHeaders } = await app.server.prepare(new Request('https://app.example/', { headers }));
      const { client, initialSession } = await app.server.forRequest({ headers: requestHeaders });
      const queryClient = new QueryClient();
      const prefetched = async (count: number) => {
        if (client.hasActiveProfile()) await prefetchPage(client, queryClient, target, { rails: count });
        return JSON.parse(JSON.stringify(dehydrate(queryClient))) as DehydratedState;
      };
      const state = await prefetched(rails);
      const { queryKey } = createPageQueryOptions(client, 'pageId' in target ? {} : target);
      return {
        state,
        initialSession,
        pageId: queryClient.getQueryData(queryKey)?.id,
        prefetchRails: () => prefetched(3),
      };
    },
  };
}

/** The longest sequence of requests of which each was sent after the response of the one before. */
function longestChain(spans: App['spans']): number {
  const lengths = new Map<object, number>();
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = [...lengths]
      .filter(([other]) => (other as typeof span).end <= span.start)
      .map(([, length]) => length);
    lengths.set(span, 1 + Math.max(0, ...before));
  }
  return Math.max(0, ...lengths.values());
}

async function activeUser(options?: ServerAppOptions) {
  const app = visitedApp(options);
  await app.signIn();
  await app.mint(app.profileId());
  return app;
}

type Visit = Pick<Awaited<ReturnType<App['visit']>>, 'state' | 'initialSession'>;

const moduleClient = new DiscovrClient('my-app');
const appOf = ({ state, initialSession }: Visit, page: ReactNode) => (
  <DiscovrProvider client={moduleClient} initialSession={initialSession}>
    <DiscovrHydration state={state}>{page}</DiscovrHydration>
  </DiscovrProvider>
);
const render = (visit: Visit, page: ReactNode) => renderToString(appOf(visit, page));

const comedies = { pageFilters: { genres: [35] } };

function Filtered() {
  const { pageId } = useFilteredPage(comedies.pageFilters);
  return <DiscovrPage pageId={pageId} href={({ id }) => `/title/${id}`} />;
}

/** Titles in prefetched data, without those that HTML escapes. */
const titlesIn = (state: DehydratedState) =>
  [...JSON.stringify(state).matchAll(/"title":"([^"\\&']+)"/g)].map(([, title]) => title!);

describe('a page that a server renders', () => {
  test.each<[string, PrefetchTarget, ReactNode]>([
    ['the page of some filters', comedies, <Filtered key="filtered" />],
    [
      'the first tab of <NavigationStack>',
      {},
      <NavigationStack key="stack" history="none" pageProps={{ href: () => '/' }} />,
    ],
  ])('has the titles in the HTML: %s', async (_what, target, page) => {
    const app = await activeUser();
    const visit = await app.visit(target);
    const html = render(visit, <DiscovrGate>{page}</DiscovrGate>);
    const shown = titlesIn(visit.state).filter((title) => html.includes(title));
    expect(shown.length).toBeGreaterThan(20);
    expect(html).toMatch(/<img [^>]*width="342" height="513"/);
  });

  test('sends the hero while the titles of the rails are requested', async () => {
    const app = await activeUser({ emulator: createEmulator({ seed: 'server', latencyMs: 5 }) });
    const visit = await app.visit(comedies, { rails: 0 });
    let rails: Promise<DehydratedState> | undefined;
    const requestRails = () => (rails ??= visit.prefetchRails());
    const WithRails = () => (
      <DiscovrHydration state={use(requestRails())}>
        <Filtered />
      </DiscovrHydration>
    );
    const html = await streamed(
      appOf(
        visit,
        <main>
          <Suspense fallback={<Filtered />}>
            <WithRails />
          </Suspense>
        </main>,
      ),
    );
    const [first = '', then = ''] = html.split('<div hidden id="S:0">');
    const known = titlesIn(visit.state);
    const cards = titlesIn(await requestRails()).filter((title) => !known.includes(title));
    const isCardIn = (text: string) => (title: string) => text.includes(`alt="${title}"`);
    expect(known.filter((title) => first.includes(`>${title}</`)).length).toBeGreaterThan(5);
    expect(cards.filter(isCardIn(first))).toEqual([]);
    expect(cards.filter(isCardIn(then)).length).toBeGreaterThan(10);
  });

  test('has the form with its filters', async () => {
    const app = await activeUser();
    const html = render(
      await app.visit({}),
      <>
        <PageFilterForm defaultFilters={{ media_type: 'movie', genres: [35] }} />
        <PageFilterDialog formProps={{ filters: comedies.pageFilters, onFiltersChange: () => undefined }} />
      </>,
    );
    expect(html.match(/<input[^>]* checked=""/g)).toHaveLength(2);
  });

  test('has the sign-in of a user who is signed out', async () => {
    const html = render(await visitedApp().visit({}), <DiscovrGate>titles</DiscovrGate>);
    expect(html).toContain('Sign in with Discovr');
    expect(html).not.toContain('titles');
  });

  test('asks for its data in at most four steps without a session, and in two with a session and a known page', async () => {
    let now = Date.now();
    const app = await activeUser({ now: () => now, emulator: createEmulator({ seed: 'server', latencyMs: 5 }) });
    app.jar.delete('__Host-discovr-session');
    now += 60_000;
    app.spans.length = 0;
    const cold = await app.visit(comedies);
    expect(titlesIn(cold.state).length).toBeGreaterThan(20);
    expect(longestChain(app.spans)).toBe(4);

    const warm = await activeUser({ emulator: createEmulator({ seed: 'server', latencyMs: 5 }) });
    const { pageId } = await warm.visit(comedies);
    warm.spans.length = 0;
    const { state } = await warm.visit({ pageId: pageId! });
    expect(titlesIn(state).length).toBeGreaterThan(20);
    expect(longestChain(warm.spans)).toBe(2);
  });

  test('is rendered without reading the clock or random numbers, which the browser would see differently', async () => {
    const app = await activeUser();
    const visit = await app.visit(comedies);
    const reads: string[] = [];
    const note = (name: string) => {
      const callers = new Error(name).stack!.split('\n').filter((line) => !line.includes('/node_modules/@vitest/'));
      const caller = callers.find((line) => /\/(?:src|node_modules)\//.test(line));
      if (caller?.includes('/src/')) reads.push(`${name} ${caller}`);
    };
    const [dateNow, random, performanceNow] = [Date.now, Math.random, performance.now.bind(performance)];
    vi.spyOn(Date, 'now').mockImplementation(() => (note('Date.now'), dateNow()));
    vi.spyOn(Math, 'random').mockImplementation(() => (note('Math.random'), random()));
    vi.spyOn(performance, 'now').mockImplementation(() => (note('performance.now'), performanceNow()));
    render(
      visit,
      <>
        <Filtered />
        <NavigationStack history="none" />
        <PageFilterForm defaultFilters={{ with_release_date_gte: '2024-01-01' }} />
      </>,
    );
    render({ state: visit.state, initialSession: { status: 'signedIn' } }, <DiscovrGate />);
    render({ state: visit.state, initialSession: { status: 'signedOut' } }, <DiscovrGate />);
    render({ state: visit.state, initialSession: { status: 'signedOut' } }, <DeviceSignIn />);
    expect(reads).toEqual([]);
  });
});
