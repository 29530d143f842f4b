import { afterEach, expect, test, vi } from 'vitest';
import { serveAndHydrate } from '../../../test/support/serveAndHydrate.js';
import { nextUrl } from '../url/routerUrls.js';
import { tanstackRouterUrl } from '../url/tanstackRouterUrl.js';
import { usePageFilterUrl, type UsePageFilterUrlOptions } from './usePageFilterUrl.js';

const LINK = '?f=1&f.genres=35';
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&quot;', '"');

function Shown(props: UsePageFilterUrlOptions) {
  const { filters, source } = usePageFilterUrl(props);
  return (
    <p>
      {source}: {JSON.stringify(filters)}
    </p>
  );
}

afterEach(() => vi.unstubAllGlobals());

const router = { push: () => undefined, replace: () => undefined };

test.each([
  [
    'the Next.js App Router',
    nextUrl({ useSearchParams: () => new URLSearchParams(LINK), usePathname: () => '/', useRouter: () => router }),
  ],
  [
    'TanStack Router',
    tanstackRouterUrl({
      useRouter: () => ({
        history: { ...router, location: { pathname: '/', search: LINK, hash: '' }, subscribe: () => () => undefined },
      }),
    }),
  ],
])('with %s, the server and the browser show the filters of the link', async (_name, adapter) => {
  const { served, firstShown, hydrated, faults } = await serveAndHydrate(<Shown adapter={adapter} />);
  expect(textOf(served)).toBe('url: {"genres":[35]}');
  expect(textOf(firstShown)).toBe(textOf(served));
  expect(textOf(hydrated)).toBe('url: {"genres":[35]}');
  expect(faults).toEqual([]);
});

test('without a router, the filters are unknown on the server and read from the URL after hydration', async () => {
  const onFiltersChange = vi.fn();
  const { served, firstShown, hydrated, faults } = await serveAndHydrate(
    <Shown defaultFilters={{ genres: [99] }} onFiltersChange={onFiltersChange} />,
    {},
    `https://app.example/${LINK}`,
  );
  expect(textOf(served)).toBe('unknown: {"genres":[99]}');
  expect(textOf(firstShown)).toBe(textOf(served));
  expect(textOf(hydrated)).toBe('url: {"genres":[35]}');
  expect(faults).toEqual([]);
  expect(onFiltersChange).not.toHaveBeenCalled();
});
