import {
  DiscovrClient,
  DiscovrProvider,
  Hero,
  memoryCredentialStore,
  Rail,
  RailGroup,
  usePage,
  useRowItems,
  useRows,
} from 'discovr-react';
import { createEmulator } from 'discovr-react/emulator';
import 'discovr-react/styles.css';

/** The tabs of an app: each is a page with filters of its own. */
const TABS = [
  undefined,
  { media_type: 'movie' },
  { media_type: 'tv' },
  { genres: [35] },
  { media_type: 'movie', with_runtime_lte: 100 },
];
const hrefOf = (item) => `#${item.id}`;

/**
 * Makes the pages of the tabs over an embedded Discovr.
 *
 * @param root where they are shown.
 * @returns shows so many tabs, one after the other, each until its hero and its first rows are there.
 */
export async function startSwitching(root) {
  const emulator = createEmulator();
  const [profile] = emulator.control.profiles();
  const credential = emulator.issueCredential({ profileId: profile.id });
  const client = new DiscovrClient('bench', {
    fetch: emulator.fetch,
    credentialStore: memoryCredentialStore(credential),
  });
  const pages = [];
  for (const pageFilters of TABS) pages.push(await client.createPage({ pageFilters }));

  let shown = 0;
  return async function switchPages(times) {
    for (let time = 0; time < times; time += 1) {
      const { id } = pages[shown % pages.length];
      shown += 1;
      root.render(
        <DiscovrProvider client={client}>
          <BrowsePage key={id} pageId={id} />
        </DiscovrProvider>,
      );
      await isShown(id);
    }
  };
}

function BrowsePage({ pageId }) {
  const { data: page } = usePage(pageId);
  const { data } = useRows(pageId);
  const rows = data?.pages.flatMap((part) => part.rows) ?? [];
  return (
    <RailGroup data-page={pageId}>
      <Hero items={page?.hero ?? []} isLoading={!page} hrefOf={hrefOf} />
      {rows.map((row) => (
        <RowRail key={row.id} row={row} />
      ))}
    </RailGroup>
  );
}

function RowRail({ row }) {
  const { data, isPending, hasNextPage, fetchNextPage } = useRowItems(row.pageId, row.id);
  return (
    <Rail
      title={row.title}
      type={row.type}
      items={data?.pages.flatMap(({ items }) => items) ?? []}
      isLoading={isPending}
      hasMore={hasNextPage}
      onEndReached={fetchNextPage}
      hrefOf={hrefOf}
    />
  );
}

/** Settles at the frame in which the page has its hero and no rail that loads. */
function isShown(pageId) {
  return new Promise((resolve) => {
    const look = () => {
      const page = document.querySelector(`[data-page='${pageId}']`);
      const isThere = page?.querySelector('.discovr-Hero') && page.querySelector('.discovr-Rail[data-state="ready"]');
      if (isThere && !page.querySelector('.discovr-Rail[data-state="loading"]')) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
